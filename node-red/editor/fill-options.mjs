/** The words are the catalogue's; a name, as a platform's, needs no translation. */
const optionElement = (field, { value, label }, { option = {} }) =>
  option[field]?.[value] === undefined
    ? `<option value="${value}">${label}</option>`
    : `<option value="${value}" data-i18n="option.${field}.${value}"></option>`;

/** Fills `<!-- options of x -->` and, in a script, `[/* options of x *\/]`. */
export const fillOptions = (html, options, catalogue) =>
  html
    .replace(/<!-- options of (\w+) -->/g, (_marker, field) =>
      options[field].map((option) => optionElement(field, option, catalogue)).join(''),
    )
    .replace(/\[\/\* options of (\w+) \*\/\]/g, (_marker, field) =>
      JSON.stringify(options[field].map(({ value }) => value)),
    );
