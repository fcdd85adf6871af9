const SIGNALS = ['SIGINT', 'SIGTERM'];

/**
 * Says `ready`, waits for Ctrl-C, then stops everything in order; a second Ctrl-C ends the process
 * at once. It listens before it speaks, for whoever answers the line straight away.
 */
export async function untilInterrupted(ready, stopAll) {
  const interrupted = new Promise((resolve) => {
    for (const signal of SIGNALS) process.once(signal, resolve);
  });
  process.stdout.write(ready);
  await interrupted;
  for (const signal of SIGNALS) process.once(signal, () => process.exit(130));
  process.stdout.write('\nStopping …\n');
  await stopAll();
  process.exit(0);
}
