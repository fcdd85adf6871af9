/**
 * Loaded before the Playground: it would listen on every address of the machine, and has no option
 * for another.
 */
const { Server } = require('node:net');

const { listen } = Server.prototype;

Server.prototype.listen = function (port, ...others) {
  const told = others.find((one) => typeof one === 'function');
  return listen.call(this, { port: Number(port), host: '127.0.0.1' }, told);
};
