/* Secrets that are made in the editor and shown once. */
window.AlertwireSecrets = (() => {
  /** 32 random bytes, as base64url. */
  const fresh = () => {
    const bytes = window.crypto.getRandomValues(new Uint8Array(32));
    return btoa(String.fromCharCode(...bytes))
      .replace(/\+/g, '-')
      .replace(/\//g, '_')
      .replace(/=+$/, '');
  };

  const TYPE = 'alertwire-webhook-secret';

  const give = (config) => {
    config.credentials = { ...config.credentials, secret: fresh(), has_secret: true };
    config.changed = true;
    config.dirty = true;
    RED.nodes.dirty(true);
  };

  /** A config node with a fresh secret, as the editor's own *add* button would make it. */
  const addNode = () => {
    const definition = RED.nodes.getType(TYPE);
    const config = {
      id: RED.nodes.id(),
      type: TYPE,
      name: '',
      headerName: definition.defaults.headerName.value,
      users: [],
      changed: true,
      _def: definition,
      _: definition._,
    };
    give(config);
    RED.nodes.add(config);
    return config;
  };

  const nodes = () => {
    const found = [];
    RED.nodes.eachConfig((config) => {
      if (config.type === TYPE) found.push(config);
    });
    return found;
  };

  /** The field of a config node in which such a secret stands. */
  const prepare = (node, field) => {
    const input = $(`#node-config-input-${field}`);
    const hint = $(`#alertwire-${field}-hint`);
    const generate = () => {
      const secret = fresh();
      input.val(secret).trigger('change');
      AlertwireDialog.copyable(`#alertwire-${field}-shown`, secret, node._('button.copy'));
      hint.text(node._(`hint.${field}Once`));
    };
    $(`#alertwire-${field}-generate`).on('click', generate);
    hint.text(node._(`hint.${field}Kept`));
    if (!input.val() && !node.credentials?.[`has_${field}`]) generate();
  };

  return { give, addNode, nodes, prepare };
})();
