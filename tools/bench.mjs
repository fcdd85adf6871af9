import { build } from './build.mjs';
import { install } from './install.mjs';
import { requireNode24 } from './node24.mjs';
import { main } from './progress.mjs';
import { run } from './run.mjs';

await main(async () => {
  await install(['.', 'tools']);
  await requireNode24();
  await build(['n8n']);
  await run('node', ['bench/core.mjs', ...process.argv.slice(2)]);
});
