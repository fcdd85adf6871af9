const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/** Runs one step of a longer job and says how it goes, at least every five seconds. */
export async function step(label, work) {
  const since = Date.now();
  process.stdout.write(`▸ ${label}\n`);
  const beat = setInterval(() => process.stdout.write(`  … ${seconds(since)}\n`), 5000);
  beat.unref();
  try {
    const result = await work();
    process.stdout.write(`  done in ${seconds(since)}\n`);
    return result;
  } finally {
    clearInterval(beat);
  }
}

/** A sentence for the person at the terminal; ends the script without a stack trace. */
export class Stop extends Error {}

/** Runs a script's main function and turns a Stop into one sentence and exit code 1. */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    process.stderr.write(error instanceof Stop ? `\n${error.message}\n` : `\n${error.stack}\n`);
    process.exit(1);
  }
}
