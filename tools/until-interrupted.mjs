const SIGNALS = ['SIGINT', 'SIGTERM'];

/** Waits for Ctrl-C, then stops everything in order; a second Ctrl-C ends the process at once. */
export async function untilInterrupted(stopAll) {
  await new Promise((resolve) => {
    for (const signal of SIGNALS) process.once(signal, resolve);
  });
  for (const signal of SIGNALS) process.once(signal, () => process.exit(130));
  process.stdout.write('\nStopping …\n');
  await stopAll();
  process.exit(0);
}
