/** Buttons that need an app behind the card. */
const HEARD = ['Action.Execute', 'Action.Submit'];

/** A card whose buttons all have an id: where they stand in the message, unless they have their own. */
export function withIds(value, path) {
  if (Array.isArray(value)) return value.map((item, index) => withIds(item, `${path}/${index}`));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]) => [
    name,
    withIds(inner, `${path}/${name}`),
  ]);
  const id = HEARD.includes(value.type) && !value.id && { id: path };
  return { ...Object.fromEntries(entries), ...id };
}

/** What a pressed button does: some lead to a page, some tell the app. */
export function doAction(action, press) {
  const type = action.getJsonTypeName();
  if (type === 'Action.OpenUrl') open(action.url);
  if (HEARD.includes(type)) press?.({ control: action.id, inputs: typedAround(action) });
}

/** The fields the button sends, by their ids; the renderer has seen to it that they are filled in. */
function typedAround(action) {
  const fields = Object.entries(action.getReferencedInputs() ?? {});
  return Object.fromEntries(fields.map(([id, { value }]) => [id, String(value ?? '')]));
}

function open(url) {
  if (/^https?:/i.test(url)) window.open(url, '_blank', 'noreferrer,noopener');
}
