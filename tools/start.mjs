import { spawn } from 'node:child_process';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { requireNode24 } from './node24.mjs';
import { chosenPort, requireFree } from './ports.mjs';
import { main } from './progress.mjs';
import { root } from './repository.mjs';
import { withPrograms } from './run.mjs';

await main(async () => {
  await requireFree(chosenPort('ALERTWIRE_PORT', 1880), 'ALERTWIRE_PORT');
  await requireFree(chosenPort('ALERTWIRE_SANDBOX_PORT', 4400), 'ALERTWIRE_SANDBOX_PORT');
  await install(['node-red', 'sandbox', 'tools']);
  await requireNode24();
  await build(['node-red', 'sandbox']);
  serve();
});

/** Hands over to Node 24; Ctrl-C reaches it through the terminal, a kill through us. */
function serve() {
  const child = spawn('node', ['tools/serve-node-red.mjs'], {
    cwd: root,
    env: withPrograms(),
    stdio: 'inherit',
  });
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code) => process.exit(code ?? 1));
}
