import { build } from './build.mjs';
import { install } from './install.mjs';
import { requireNode24 } from './node24.mjs';
import { chosenPort, requireFree } from './ports.mjs';
import { main } from './progress.mjs';
import { serve } from './serve.mjs';

await main(async () => {
  await requireFree(chosenPort('ALERTWIRE_PORT', 1880), 'ALERTWIRE_PORT');
  await requireFree(chosenPort('ALERTWIRE_SANDBOX_PORT', 4400), 'ALERTWIRE_SANDBOX_PORT');
  await install(['node-red', 'sandbox', 'tools']);
  await requireNode24();
  await build(['node-red', 'sandbox']);
  serve('tools/serve-node-red.mjs');
});
