import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder that is there for as long as something runs in it. */
export const temporaryFolder = (name: string) => {
  const path = mkdtempSync(join(tmpdir(), `alertwire-${name}-`));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
};
