/* The paths at which nodes listen, and what they are called from outside. */
window.AlertwireAddress = (() => {
  const FORM = /^(\/[A-Za-z0-9._~-]+)+$/;

  /** The way to a path on this server. */
  const underRoot = (path) => `${RED.settings.httpNodeRoot || '/'}/${path}`.replace(/\/{2,}/g, '/');

  /** As this browser would reach it. */
  const local = (path) => location.origin + underRoot(path);

  const listens = ({ type, d, receiveBy }) =>
    type.startsWith('alertwire-') && !d && receiveBy !== 'socket';

  /** The validator of a path: it has the right form, and no other node listens there. */
  function valid(value, _options) {
    if (this.receiveBy === 'socket' || AlertwireValid.isVariable(value)) return true;
    if (!FORM.test(value)) return this._('invalid.path');
    const isTaken = RED.nodes
      .filterNodes({})
      .some((node) => listens(node) && node.id !== this.id && node.path === value);
    return isTaken ? this._('invalid.taken') : true;
  }

  /** Gives a new node a path that no other has. */
  const giveFree = (node) => {
    const paths = RED.nodes.filterNodes({}).map(({ path }) => path);
    const first = node.path;
    for (let number = 2; paths.includes(node.path); number += 1) node.path = `${first}-${number}`;
  };

  /** Shows the whole address to copy: the public one, where one is entered. */
  const show = (node, selector) => {
    const refresh = () => {
      const url = $('#node-input-publicAddress').val() || local($('#node-input-path').val());
      AlertwireDialog.copyable(selector, url, node._('button.copy'));
    };
    $('#node-input-path, #node-input-publicAddress').on('change keyup', refresh);
    refresh();
  };

  return { underRoot, local, valid, giveFree, show };
})();
