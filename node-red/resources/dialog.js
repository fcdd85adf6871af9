/* What the dialogs of the alertwire nodes share. Runs in the editor, once for each kind of node. */
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
  if ($('#alertwire-dialog-style').length === 0)
    $('<style id="alertwire-dialog-style">').text(CSS).appendTo('head');

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

  /** Values with the words that the node's catalogue has for them. */
  const options = (node, field, values) =>
    values.map((value) => ({ value, label: node._(`option.${field}.${value}`) }));

  /**
   * A select that offers only what fits: gives a function that takes which options do. What was
   * chosen stays chosen where it still fits; else it is the first.
   */
  const narrowing = (node, name) => {
    const select = $(`#node-input-${name}`);
    // The editor translates a dialog only after it is prepared, and only what is in it then.
    const all = select.children().clone();
    all.each((_index, option) => {
      $(option).text(node._(`option.${name}.${option.value}`));
    });
    return (fits) => {
      const before = select.val();
      const fitting = all.filter((_index, option) => fits(option)).clone();
      select.empty().append(fitting);
      const isKept = fitting.toArray().some(({ value }) => value === before);
      select.val(isKept ? before : fitting.first().val());
    };
  };

  // Node-RED calls these as methods: of the node, or of its definition.
  function labelStyle() {
    return this.name ? 'node_label_italic' : '';
  }
  function kindLabel() {
    return this._('label.node');
  }
  function configLabel() {
    return this.name || this._('label.node');
  }

  return {
    copyable,
    show,
    options,
    narrowing,
    labelStyle,
    kindLabel,
    configLabel,
  };
})();
