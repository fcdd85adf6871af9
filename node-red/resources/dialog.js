/* What the dialogs of the alertwire nodes share. Runs in the editor, once per page. */
window.AlertwireDialog = (() => {
  const CSS = `
    .alertwire-dialog .form-row > label:first-child { width: 150px; }
    .alertwire-dialog .form-row > input[type=text],
    .alertwire-dialog .form-row > input[type=password],
    .alertwire-dialog .form-row > select { width: calc(100% - 160px); }
    .alertwire-dialog .alertwire-beside { display: inline-block; vertical-align: top; width: calc(100% - 160px); margin: 0; }
    .alertwire-dialog .form-row label.alertwire-beside { width: calc(100% - 160px); }
    .alertwire-dialog .alertwire-checks { columns: 2; }
    .alertwire-dialog .alertwire-checks label,
    .alertwire-dialog label.alertwire-check:not(.alertwire-beside) { width: auto; display: block; margin: 0 0 2px; }
    .alertwire-dialog .alertwire-checks input,
    .alertwire-dialog .alertwire-check input { width: auto; margin: -2px 6px 0 0; }
    .alertwire-dialog .alertwire-section { border-top: 1px solid var(--red-ui-form-input-border-color); padding-top: 10px; font-weight: bold; }
    .alertwire-dialog .alertwire-hint { margin: 3px 0 0; font-size: 12px; color: var(--red-ui-secondary-text-color); }
    .alertwire-dialog code.alertwire-value { display: inline-block; max-width: calc(100% - 50px); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; vertical-align: middle; }
    .alertwire-dialog .alertwire-good { color: var(--red-ui-text-color-success); }
    .alertwire-dialog .alertwire-bad { color: var(--red-ui-text-color-error); }
    .alertwire-dialog .red-ui-editableList-container { min-height: 36px; }
    .alertwire-dialog .red-ui-editableList input[type=text], .alertwire-dialog .red-ui-editableList select { margin: 0; }
  `;
  $('<style id="alertwire-dialog-style">').text(CSS).appendTo('head');

  /** Checkboxes for several of many; `read` gives the chosen values in their given order. */
  const checks = (selector, options, chosen) => {
    const box = $(selector).empty().addClass('alertwire-checks');
    for (const { value, label } of options) {
      const input = $('<input type="checkbox">').val(value).prop('checked', chosen.includes(value));
      $('<label>').append(input).append(document.createTextNode(label)).appendTo(box);
    }
    return {
      read: () =>
        box
          .find('input:checked')
          .map((_index, input) => input.value)
          .get(),
    };
  };

  // A height at this moment, even a least one, would be kept for good; the style sheet has it.
  const list = (selector, options) =>
    $(selector).editableList({ sortable: true, removable: true, height: 'auto', ...options });

  const items = (element) =>
    element
      .editableList('items')
      .toArray()
      .map((row) => $(row));

  /** A list of words; where there is a `find`, it is asked for what could be meant. */
  const words = (selector, values, placeholder, find) => {
    const element = list(selector, {
      addItem: (row, _index, data) => {
        const input = $('<input type="text" style="width: 100%">')
          .attr('placeholder', placeholder)
          .val(data.word ?? '')
          .appendTo(row);
        if (find) input.autoComplete({ minLength: 0, search: find });
      },
    });
    for (const word of values ?? []) element.editableList('addItem', { word });
    return {
      read: () =>
        items(element)
          .map((row) => row.find('input').val().trim())
          .filter((word) => word !== ''),
    };
  };

  const VALUE_TYPES = ['str', 'msg', 'flow', 'global', 'jsonata', 'env'];

  /** Names with typed values. */
  const pairs = (selector, values, placeholder) => {
    const element = list(selector, {
      addItem: (row, _index, data) => {
        row.css({ display: 'flex', gap: '8px' });
        $('<input type="text" class="alertwire-name" style="width: 35%">')
          .attr('placeholder', placeholder)
          .val(data.name ?? '')
          .appendTo(row);
        $('<input type="text" class="alertwire-typed" style="width: 62%">')
          .val(data.value ?? '')
          .appendTo(row)
          .typedInput({ default: 'str', types: VALUE_TYPES })
          .typedInput('type', data.type || 'str');
      },
    });
    for (const pair of values ?? []) element.editableList('addItem', { ...pair });
    return {
      read: () =>
        items(element)
          .map((row) => ({
            name: row.find('.alertwire-name').val().trim(),
            value: row.find('.alertwire-typed').typedInput('value'),
            type: row.find('.alertwire-typed').typedInput('type'),
          }))
          .filter(({ name }) => name !== ''),
    };
  };

  /** Buttons of one's own: what each says, how it looks, and what is asked before. */
  const ownButtons = (selector, values, { styles, ...placeholders }) => {
    const element = list(selector, {
      addItem: (row, _index, data) => {
        row.css({ display: 'flex', gap: '6px' });
        const word = (name, width) =>
          $(`<input type="text" class="alertwire-${name}" style="width: ${width}">`)
            .attr('placeholder', placeholders[name])
            .val(data[name] ?? '')
            .appendTo(row);
        word('name', '35%');
        const style = $('<select class="alertwire-style" style="width: 100px">').appendTo(row);
        for (const { value, label } of styles) style.append($('<option>').val(value).text(label));
        style.val(data.style ?? styles[0].value);
        word('confirm', '40%');
      },
    });
    for (const button of values ?? []) element.editableList('addItem', { ...button });
    return {
      read: () =>
        items(element)
          .map((row) => ({
            name: row.find('.alertwire-name').val().trim(),
            style: row.find('.alertwire-style').val(),
            confirm: row.find('.alertwire-confirm').val().trim(),
          }))
          .filter(({ name }) => name !== ''),
    };
  };

  /** Alternatives of conditions, drawn as one list in which a row starts with `and` or `or`. */
  const conditions = (selector, groups, text) => {
    const element = list(selector, {
      addItem: (row, index, data) => {
        row.css({ display: 'flex', gap: '6px' });
        const join = $('<select class="alertwire-join" style="width: 70px">').appendTo(row);
        join.append(
          $('<option value="and">').text(text.and),
          $('<option value="or">').text(text.or),
        );
        join.val(data.join ?? 'and').css('visibility', index === 0 ? 'hidden' : 'visible');
        $('<input type="text" class="alertwire-key" style="width: 30%">')
          .attr('placeholder', text.key)
          .val(data.key ?? '')
          .appendTo(row);
        const operator = $('<select class="alertwire-operator" style="width: 90px">').appendTo(row);
        operator.append($('<option value="in">').text(text.in));
        operator.append($('<option value="not-in">').text(text.notIn));
        operator.val(data.operator ?? 'in');
        $('<input type="text" class="alertwire-values" style="flex: 1">')
          .attr('placeholder', text.values)
          .val((data.values ?? []).join(', '))
          .appendTo(row);
      },
    });
    for (const group of groups ?? []) {
      group.forEach((condition, index) => {
        element.editableList('addItem', { ...condition, join: index === 0 ? 'or' : 'and' });
      });
    }
    const read = () => {
      const found = [];
      for (const row of items(element)) {
        const key = row.find('.alertwire-key').val().trim();
        const values = row.find('.alertwire-values').val().split(',');
        const operator = row.find('.alertwire-operator').val();
        if (key === '') continue;
        if (found.length === 0 || row.find('.alertwire-join').val() === 'or') found.push([]);
        const words = values.map((value) => value.trim()).filter((value) => value !== '');
        found.at(-1).push({ key, operator, values: words });
      }
      return found;
    };
    return { read };
  };

  /** Shows each row where everything holds that its classes ask for: `alertwire-for-x`. */
  const show = (facts) => {
    $('.alertwire-dialog')
      .find('[class*=alertwire-for-]')
      .each((_index, element) => {
        const asked = Object.keys(facts).filter((fact) =>
          element.classList.contains(`alertwire-for-${fact}`),
        );
        $(element).toggle(asked.every((fact) => facts[fact]));
      });
  };

  /** What a channel or a person is called, and how it is told from others of the same name. */
  const entryOf = ({ id, name, detail, closed }) => ({
    value: id,
    label: [closed ? `🔒 ${name}` : name, detail, id].filter(Boolean).join(' · '),
  });

  /** Searches channels or people of a bot, for a TypedInput; says in the list what went wrong. */
  const finder = (type, connection, list) => (search, done) => {
    const id = $(connection).val();
    if (!id || id === '_ADD_') return done([]);
    $.ajax({
      url: `alertwire/connection/${type}/list`,
      type: 'POST',
      contentType: 'application/json',
      data: JSON.stringify({ id, list, search }),
    })
      .done((answer) =>
        done(
          answer.ok
            ? answer.entries.map(entryOf)
            : [{ value: search, label: [answer.message, answer.hint].filter(Boolean).join(' ') }],
        ),
      )
      .fail(() => done([]));
  };

  /** A value to read and a button that copies it. */
  const copyable = (selector, value, tooltip) => {
    const box = $(selector).empty();
    $('<code class="alertwire-value">').text(value).attr('title', value).appendTo(box);
    const button = $('<button type="button" class="red-ui-button red-ui-button-small">')
      .css('margin-left', '6px')
      .append('<i class="fa fa-clipboard"></i>')
      .appendTo(box);
    RED.popover.tooltip(button, tooltip);
    button.on('click', (event) => {
      event.preventDefault();
      RED.clipboard.copyText(value, button, 'clipboard.copyMessageValue');
    });
  };

  /** 32 random bytes, as base64url. */
  const newSecret = () => {
    const bytes = window.crypto.getRandomValues(new Uint8Array(32));
    return btoa(String.fromCharCode(...bytes))
      .replace(/\+/g, '-')
      .replace(/\//g, '_')
      .replace(/=+$/, '');
  };

  const SECRET_TYPE = 'alertwire-webhook-secret';

  const giveSecret = (config) => {
    config.credentials = { ...config.credentials, secret: newSecret(), has_secret: true };
    config.changed = true;
    config.dirty = true;
    RED.nodes.dirty(true);
  };

  /** A config node with a fresh secret, as the editor's own *add* button would make it. */
  const addSecretNode = () => {
    const definition = RED.nodes.getType(SECRET_TYPE);
    const config = {
      id: RED.nodes.id(),
      type: SECRET_TYPE,
      name: '',
      headerName: definition.defaults.headerName.value,
      users: [],
      changed: true,
      _def: definition,
      _: definition._,
    };
    giveSecret(config);
    RED.nodes.add(config);
    return config;
  };

  const secretNodes = () => {
    const found = [];
    RED.nodes.eachConfig((config) => {
      if (config.type === SECRET_TYPE) found.push(config);
    });
    return found;
  };

  return {
    checks,
    words,
    pairs,
    ownButtons,
    conditions,
    copyable,
    show,
    finder,
    newSecret,
    giveSecret,
    addSecretNode,
    secretNodes,
  };
})();
