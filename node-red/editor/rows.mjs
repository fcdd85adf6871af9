/** One row of a dialog for each kind of field a chat may have of its own. */
const INPUTS = {
  string: ({ name, placeholder }) =>
    `<input type="text" id="node-input-${name}" style="width: 100%"${
      placeholder ? ` data-i18n="[placeholder]placeholder.${name}"` : ''
    }>`,
  number: ({ name }) => `<input type="text" id="node-input-${name}" style="width: 80px">`,
  options: ({ name }) =>
    `<select id="node-input-${name}" style="width: 100%"><!-- options of ${name} --></select>`,
  boolean: ({ name }) =>
    `<label class="alertwire-check"><input type="checkbox" id="node-input-${name}"><span data-i18n="label.${name}"></span></label>`,
  list: ({ name }, alert) => `<ol id="${alert}-${name}"></ol>`,
};

const row = (name, input, labelled = true) => `    <div class="form-row${name.shown ?? ''}">
      <label${labelled ? ` for="${name.id}"><i class="fa ${name.icon}"></i> <span data-i18n="label.${name.key}"></span>` : '>'}</label>
      <div class="alertwire-beside">
        ${input}
        <p class="alertwire-hint" data-i18n="hint.${name.key}"></p>
      </div>
    </div>`;

export const ownRow = (field, alert) =>
  row(
    {
      id: `node-input-${field.name}`,
      key: field.name,
      icon: 'fa-sliders',
      shown: `${field.alertsOnly ? ' alertwire-for-alert' : ''}${
        field.transport ? ` alertwire-for-${field.transport}` : ''
      } alertwire-for-words`,
    },
    INPUTS[field.kind](field, alert),
    field.kind !== 'boolean',
  );

export const ownDefault = ({ name, default: value }) =>
  `      ${name}: { value: ${JSON.stringify(value)} },`;

export const ownList = ({ kind, name }, alert) =>
  kind === 'list'
    ? [
        `        ${name}: AlertwireLists.words('#${alert}-${name}', node.${name}, node._('placeholder.${name}')),`,
      ]
    : [];

/** A secret is never shown again. */
export const inputType = ({ secret = true }) => (secret ? 'password' : 'text');

export const credentialRow = ({ name, placeholder, ...field }) =>
  row(
    { id: `node-config-input-${name}`, key: name, icon: 'fa-lock' },
    `<input type="${inputType(field)}" id="node-config-input-${name}" style="width: 100%" autocomplete="new-password" placeholder="${placeholder}">`,
  );
