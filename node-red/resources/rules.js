/* The rules of a router, each with an output, as its dialog shows and checks them. */
window.AlertwireRules = (() => {
  const CSS = `
    .alertwire-rule-row { display: flex; align-items: center; gap: 6px; }
    .alertwire-rule-row .alertwire-rule-name { flex: 1; min-width: 80px; }
    .alertwire-rule-row select { width: 120px; }
    .alertwire-rule-port { min-width: 34px; text-align: right; color: var(--red-ui-secondary-text-color); }
    .alertwire-rule-more { margin: 8px 0 2px 10px; }
    .alertwire-rule-more > p { margin: 8px 0 3px; }
  `;
  $('<style id="alertwire-rules-style">').text(CSS).appendTo('head');

  /** As the core names a rule. */
  const nameOf = (rule, index) => rule.outputName.trim() || `rule ${index + 1}`;

  const CIDR = /^cidr:\s*[\da-f.:]+(\/\d{1,3})?$/i;
  const NUMBER = /^num:\s*(gt|ge|lt|le|eq)\s*:\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i;

  /** What people mistype; the core has the last word when the flow starts. */
  const isForm = (form) => {
    if (/^\/.+\/i?$/s.test(form)) return false;
    if (form.startsWith('cidr:')) return CIDR.test(form);
    return !form.startsWith('num:') || NUMBER.test(form);
  };

  const takesEveryAlert = ({ minimumSeverity, sources, labelGroups }) =>
    minimumSeverity === 'any' && sources.length + labelGroups.length === 0;

  /** A sentence about the first condition or rule that is in vain, by `say(key, blanks)`. */
  const firstProblem = (rules, say) => {
    for (const [index, rule] of rules.entries()) {
      const name = nameOf(rule, index);
      const conditions = rule.labelGroups.flat();
      const empty = conditions.find(({ values }) => values.length === 0);
      if (empty) return say('noValues', { name, key: empty.key });
      const forms = [...rule.sources, ...conditions.flatMap(({ values }) => values)];
      const form = forms.find((one) => !isForm(one.trim()));
      if (form !== undefined) return say('form', { name, form });
    }
    const last = rules.findIndex(takesEveryAlert);
    if (last < 0 || last === rules.length - 1) return undefined;
    const [before, behind] = [last, last + 1].map((index) => nameOf(rules[index], index));
    return say('unreached', { name: behind, before });
  };

  const check = (checked, label) =>
    $('<label class="alertwire-check">')
      .append($('<input type="checkbox">').prop('checked', checked))
      .append(document.createTextNode(label));

  /** What is behind the button of a row; `read` gives its part of the rule. */
  const drawMore = (more, rule, text) => {
    const unknown = check(rule.passUnknownSeverity, text.passUnknownSeverity).appendTo(more);
    $('<p>').text(text.sources).appendTo(more);
    const sources = AlertwireLists.words($('<ol>').appendTo(more), rule.sources, text.anySource);
    $('<p>').text(text.labelGroups).appendTo(more);
    const labelList = $('<ol>').appendTo(more);
    const labelGroups = AlertwireLists.conditions(labelList, rule.labelGroups, text.conditions);
    $('<p class="alertwire-hint">').text(text.labelGroupsHint).appendTo(more);
    return {
      showUnknown: (isAsked) => unknown.toggle(isAsked),
      read: () => ({
        passUnknownSeverity: unknown.find('input').prop('checked'),
        sources: sources.read(),
        labelGroups: labelGroups.read(),
      }),
    };
  };

  const isMore = ({ passUnknownSeverity, sources, labelGroups }) =>
    passUnknownSeverity || sources.length + labelGroups.length > 0;

  const drawRule = (row, rule, text) => {
    const head = $('<div class="alertwire-rule-row">').appendTo(row);
    const name = $('<input type="text" class="alertwire-rule-name">')
      .attr({ placeholder: text.outputName, 'aria-label': text.outputName })
      .val(rule.outputName)
      .appendTo(head);
    const severity = $('<select class="alertwire-rule-severity">')
      .attr({ title: text.minimumSeverity, 'aria-label': text.minimumSeverity })
      .append(text.severities.map(({ value, label }) => $('<option>').val(value).text(label)))
      .val(rule.minimumSeverity)
      .appendTo(head);
    const button = $('<button type="button" class="red-ui-button red-ui-button-small">')
      .addClass('alertwire-rule-open')
      .attr({ title: text.more, 'aria-label': text.more })
      .append('<i class="fa fa-sliders">')
      .appendTo(head);
    $('<span class="alertwire-rule-port">').appendTo(head);
    const more = $('<div class="alertwire-rule-more">').toggle(isMore(rule)).appendTo(row);
    const { read, showUnknown } = drawMore(more, rule, text);
    button.on('click', () => more.toggle());
    severity.on('change', () => showUnknown(severity.val() !== 'any')).trigger('change');
    return () => ({
      outputName: name.val().trim(),
      minimumSeverity: severity.val(),
      ...read(),
    });
  };

  const NEW_RULE = {
    outputName: '',
    minimumSeverity: 'any',
    passUnknownSeverity: false,
    sources: [],
    labelGroups: [],
  };

  /**
   * The list of rules. Node-RED moves the wires by what stands in `outputs`: the new place of every
   * old output, -1 for one that is gone, and for a new one a key that is no number.
   */
  const list = (selector, outputs, rules, text) => {
    const element = $(selector);
    const rows = () => AlertwireLists.items(element);
    const follow = () => {
      const now = rows();
      const places = Object.fromEntries(rules.map((_rule, index) => [index, -1]));
      for (const [index, row] of now.entries()) {
        places[row.data('data').was ?? `new-${index}`] = index;
        row.find('.alertwire-rule-port').text(`→ ${index + 1}`);
      }
      places[rules.length] = now.length;
      $(outputs).val(JSON.stringify(places));
    };
    element.editableList({
      sortable: true,
      removable: true,
      height: 'auto',
      addButton: text.addRule,
      addItem: (row, _index, data) => {
        data.read = drawRule(row, data.rule ?? NEW_RULE, text);
        follow();
      },
      removeItem: follow,
      sortItems: follow,
    });
    for (const [was, rule] of rules.entries()) element.editableList('addItem', { rule, was });
    follow();
    return { read: () => rows().map((row) => row.data('data').read()) };
  };

  return { list, firstProblem, nameOf };
})();
