import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './repository.mjs';
import { npm, run } from './run.mjs';

/** Packs the n8n package as it would be published and unpacks it into the folder. */
export async function unpackInto(folder) {
  const temporary = mkdtempSync(join(tmpdir(), 'alertwire-'));
  try {
    const output = await npm(['pack', '--json', '--pack-destination', temporary], { cwd: root });
    const [{ filename }] = JSON.parse(output.slice(output.indexOf('[')));
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    await run('tar', ['-xzf', join(temporary, filename), '-C', folder, '--strip-components', '1']);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}
