import { startSandbox } from './start';

const { ALERTWIRE_SANDBOX_PORT = '4400', ALERTWIRE_TARGET_URL, ALERTWIRE_SECRET } = process.env;

async function main(): Promise<void> {
  const sandbox = await startSandbox({
    port: portNumber(ALERTWIRE_SANDBOX_PORT),
    log: (sentence) => process.stdout.write(`${sentence}\n`),
    ...(ALERTWIRE_TARGET_URL && { target: target(ALERTWIRE_TARGET_URL, ALERTWIRE_SECRET) }),
  });
  for (const { channel, url } of sandbox.hooks) process.stdout.write(`  ${channel}  ${url}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => sandbox.close());
}

function portNumber(value: string): number {
  const port = Number(value);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  throw new Error(
    `ALERTWIRE_SANDBOX_PORT is ${JSON.stringify(value)}, which is not a port number.`,
  );
}

function target(url: string, secret: string | undefined): { url: string; secret?: string } {
  return secret === undefined ? { url } : { url, secret };
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
