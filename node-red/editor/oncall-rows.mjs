/** One row for each field of on-call action; a row is shown where its field matters. */
export const actionRow = (field) => {
  const { kind, name, placeholder } = field;
  const hinted = placeholder ? ` data-i18n="[placeholder]placeholder.${name}"` : '';
  const input =
    kind === 'boolean'
      ? `<label class="alertwire-check"><input type="checkbox" id="node-input-${name}"><span data-i18n="label.${name}"></span></label>`
      : `<input type="text" id="node-input-${name}" class="${CLASSES[kind] ?? 'alertwire-typed-value'}" style="width: 100%"${hinted}>
        <input type="hidden" id="node-input-${name}Type">`;
  const label =
    kind === 'boolean'
      ? '<label>'
      : `<label for="node-input-${name}"><i class="fa ${ICONS[kind] ?? 'fa-pencil'}"></i> <span data-i18n="label.${name}"></span>`;
  return `    <div class="form-row alertwire-for-${name}">
      ${label}</label>
      <div class="alertwire-beside">
        ${input}
        <p class="alertwire-hint" data-i18n="hint.${name}"></p>
      </div>
    </div>`;
};

const CLASSES = { 'on-call-list': 'alertwire-picked', options: 'alertwire-chosen' };
const ICONS = { 'on-call-list': 'fa-list-ul', options: 'fa-sliders' };

export const actionDefault = ({ kind, name, default: value }) => {
  const own = `      ${name}: { value: ${JSON.stringify(value)} },`;
  if (kind === 'boolean') return own;
  return `${own}\n      ${name}Type: { value: '${kind === 'options' ? 'choice' : 'str'}' },`;
};

export const connectionRow = ({ id, name }) => `    <div class="form-row alertwire-for-${id}">
      <label for="node-input-${id}"><i class="fa fa-key"></i> ${name}</label>
      <input type="text" id="node-input-${id}" style="width: calc(100% - 160px)">
    </div>`;

/** Where the input says the platform, one connection is enough to begin with. */
export const connectionDefault = (id, platforms) => {
  const others = platforms.filter((other) => other.id !== id).map((other) => other.id);
  const noOther = others.map((other) => `!node.${other}`).join(' && ') || 'true';
  return `      ${id}: {
        value: '',
        type: 'alertwire-${id}',
        required: false,
        validate: AlertwireValid.chosen(function (node) {
          return node.platform === '${id}' || (node.platform === 'input' && ${noOther});
        }, 'invalid.connection'),
      },`;
};
