/** An element with properties and children. Strings become text, never markup. */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) assign(element, name, value);
  element.append(...children.flat(Infinity).filter((child) => child != null && child !== false));
  return element;
}

function assign(element, name, value) {
  if (value === undefined || value === null) return;
  if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
  else if (name.includes('-') || name === 'role' || name === 'for')
    element.setAttribute(name, value);
  else element[name] = value;
}

export function byId(id) {
  return document.getElementById(id);
}

export function clockTime(at) {
  return new Date(at).toLocaleTimeString([], {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
}
