import { join } from 'node:path';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { requireNode24 } from './node24.mjs';
import { main } from './progress.mjs';
import { run } from './run.mjs';

const TOPICS = ['answer', 'cards', 'click', 'core', 'route', 'storm', 'verify'];
/** These need no engine; `core` takes the path of another build. */
const CORE_ONLY = ['core', 'storm', 'verify'];

const [first, ...rest] = process.argv.slice(2);
const [topic, args] = TOPICS.includes(first) ? [first, rest] : ['core', process.argv.slice(2)];

await main(async () => {
  const engines = CORE_ONLY.includes(topic) ? [] : ['node-red', 'sandbox'];
  await install(['.', ...engines, 'tools']);
  await requireNode24();
  await (CORE_ONLY.includes(topic) ? build(['n8n']) : build());
  await run('node', [join('bench', `${topic}.mjs`), ...args]);
});
