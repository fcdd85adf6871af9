/* What the dialogs ask of Node-RED about connections: whether they work, and what they reach. */
window.AlertwireConnection = (() => {
  /** The id of the config node that is chosen in a field; empty where none is. */
  const chosen = (selector) => {
    const id = $(selector).val();
    return id && id !== '_ADD_' ? id : '';
  };

  const inOneLine = (...sentences) => sentences.filter(Boolean).join(' ');
  const problemIn = ({ message, hint }) => inOneLine(message, hint);

  /** Says under the buttons how it went. */
  const sayIn = (selector) => (text, style) =>
    $(selector)
      .attr('class', `alertwire-hint ${style || ''}`)
      .text(text);

  /** What a channel or a person is called, and how it is told from others of the same name. */
  const entryOf = ({ id, name, detail, closed }) => ({
    value: id,
    label: [closed ? `🔒 ${name}` : name, detail, id].filter(Boolean).join(' · '),
  });

  /** Searches channels or people of a bot, for a TypedInput; says in the list what went wrong. */
  const finder = (type, connection, list) => (search, done) => {
    const id = chosen(connection);
    if (!id) return done([]);
    $.ajax({
      url: `alertwire/connection/${type}/list`,
      type: 'POST',
      contentType: 'application/json',
      data: JSON.stringify({ id, list, search }),
    })
      .done((answer) =>
        done(
          answer.ok ? answer.entries.map(entryOf) : [{ value: search, label: problemIn(answer) }],
        ),
      )
      .fail(() => done([]));
  };

  /** Tries a connection as it is entered, saved or not; `names` are those of its credential. */
  const attempt = (node, names, post) => {
    const say = sayIn(`#${node.type}-result`);
    const field = (name) => `#node-config-input-${name}`;
    say(node._('result.asking'));
    $.ajax({
      url: `alertwire/connection/${node.type}/try`,
      type: 'POST',
      contentType: 'application/json',
      data: JSON.stringify({
        id: node.id || '',
        post,
        credentials: Object.fromEntries(names.map((name) => [name, $(field(name)).val()])),
        proxy: chosen(field('proxy')),
        tls: chosen(field('tls')),
      }),
    })
      .done((answer) => {
        if (!answer.ok) return say(problemIn(answer), 'alertwire-bad');
        // Chats prove more or less; an on-call platform knows us, or it does not.
        const proof = node._(`result.${answer.proof || 'known'}`, { name: answer.name || '' });
        say(inOneLine(proof, answer.unproven), 'alertwire-good');
      })
      .fail(({ status }) => say(node._('result.failed', { status }), 'alertwire-bad'));
  };

  /** The buttons that try a connection, the second one with a message. */
  const prepare = (node, names) => {
    $(`#${node.type}-try`).on('click', () => attempt(node, names, false));
    $(`#${node.type}-post`).on('click', () => attempt(node, names, true));
  };

  return { chosen, finder, problemIn, sayIn, prepare };
})();
