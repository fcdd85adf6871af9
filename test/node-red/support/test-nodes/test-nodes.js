/** Tells the test process about every message that arrives. */
module.exports = (RED) => {
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
};
