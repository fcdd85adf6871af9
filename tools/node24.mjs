import { Stop } from './progress.mjs';
import { run } from './run.mjs';

/** Makes sure that `node` by name is Node 24 or later, which tools/ brings for the usual machines. */
export async function requireNode24() {
  const version = (await run('node', ['--version'], { quiet: true })).trim();
  if (Number(version.slice(1).split('.')[0]) >= 24) return;
  throw new Stop(
    `This needs Node 24, and there is no packaged one for ${process.platform} on ${process.arch}: ` +
      `\`node\` is ${version}. Install Node 24 and run the command again.`,
  );
}
