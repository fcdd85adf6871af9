/* What may stand in a field; the editor marks a node that breaks it. */
window.AlertwireValid = (() => {
  /** An environment variable: only the runtime knows its value. */
  const isVariable = (value) => /^\$\{[^}]+\}$/.test(value);

  // Only from a function of two arguments does Node-RED take a sentence for an answer:
  // https://github.com/node-red/node-red/blob/4.1.0/packages/node_modules/%40node-red/editor-client/src/js/ui/editor.js
  const rule = (holds, says) =>
    function (value, _options) {
      return holds(value, this) ? true : this._(says);
    };

  /** What `holds` of a value, by itself or in its node. */
  const fits = (holds, says) =>
    rule((value, node) => isVariable(value) || holds(value, node), says);

  const atLeast = (least, says) => fits((value) => Number(value) >= least, says);

  /** Something has to be chosen in nodes of which `asks` holds. */
  const chosen = (asks, says) => rule((value, node) => value || !asks(node), says);

  return { isVariable, rule, fits, atLeast, chosen };
})();
