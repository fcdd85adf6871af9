const { existsSync } = require('node:fs');

module.exports = (RED) => {
  /** Tells the test process about every message that arrives. */
  RED.nodes.registerType('test-sink', function (config) {
    RED.nodes.createNode(this, config);
    this.on('input', (message, _send, done) => {
      const { req: _req, res: _res, ...plain } = message;
      process.send({
        event: 'message',
        sink: config.id,
        message: JSON.parse(JSON.stringify(plain)),
      });
      done();
    });
  });

  /** Holds everything in this process until a file is there: nothing else happens meanwhile. */
  RED.nodes.registerType('test-gate', function (config) {
    RED.nodes.createNode(this, config);
    const held = new Int32Array(new SharedArrayBuffer(4));
    this.on('input', (message, send, done) => {
      while (!existsSync(config.opens)) Atomics.wait(held, 0, 0, 5);
      send(message);
      done();
    });
  });
};
