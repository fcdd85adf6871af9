import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { requireNode24 } from './node24.mjs';
import { main } from './progress.mjs';
import { root } from './repository.mjs';
import { run } from './run.mjs';

/** `core` needs no engine, and takes the path of another build; every other file of bench/ does. */
const [first, ...rest] = process.argv.slice(2);
const isTopic = first !== undefined && existsSync(join(root, 'bench', `${first}.mjs`));
const [topic, args] = isTopic ? [first, rest] : ['core', process.argv.slice(2)];

await main(async () => {
  const engines = topic === 'core' ? [] : ['node-red', 'sandbox'];
  await install(['.', ...engines, 'tools']);
  await requireNode24();
  await (topic === 'core' ? build(['n8n']) : build());
  await run('node', [join('bench', `${topic}.mjs`), ...args]);
});
