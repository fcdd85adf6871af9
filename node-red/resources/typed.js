/* Fields whose value may also come from the message, the context, an expression or the environment. */
window.AlertwireTyped = (() => {
  const SOURCES = ['str', 'msg', 'flow', 'global', 'jsonata', 'env'];

  /** `first` is what the value is otherwise. */
  const typed = (element, first) =>
    element.typedInput({
      default: first.value || first,
      types: [first, ...SOURCES.slice(1)],
      typeField: `#${element.attr('id')}Type`,
    });

  const field = (name) => $(`#node-input-${name}`);

  /** All fields of the dialog that are plain text. */
  const texts = () =>
    $('.alertwire-typed-value').each((_index, element) => {
      typed($(element), 'str');
    });

  /** One of several options. */
  const choice = (node, name, options) =>
    typed(field(name), {
      value: 'choice',
      label: node._('label.choice'),
      showLabel: false,
      options,
    });

  /** Somebody or something that is found by its name; what is kept is its id. */
  const found = (node, name, find) =>
    typed(field(name), { value: 'str', label: node._('label.byId'), autoComplete: find });

  return { SOURCES, texts, choice, found };
})();
