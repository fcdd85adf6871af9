import { build } from './build.mjs';
import { install } from './install.mjs';
import { installN8n } from './n8n-application.mjs';
import { requireNode24 } from './node24.mjs';
import { chosenPort, requireFree } from './ports.mjs';
import { main } from './progress.mjs';
import { serve } from './serve.mjs';

await main(async () => {
  await requireFree(chosenPort('ALERTWIRE_PORT', 5678), 'ALERTWIRE_PORT');
  await requireFree(chosenPort('ALERTWIRE_SANDBOX_PORT', 4400), 'ALERTWIRE_SANDBOX_PORT');
  await install(['.', 'sandbox', 'tools']);
  await requireNode24();
  await build(['n8n', 'sandbox']);
  serve('tools/serve-n8n.mjs', { ALERTWIRE_N8N_HOME: await installN8n() });
});
