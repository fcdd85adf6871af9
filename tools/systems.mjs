import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Stop } from './progress.mjs';

/** Programs of other people that the system tests drive, and the Debian package of each. */
const SYSTEMS = { 'prometheus-alertmanager': 'prometheus-alertmanager' };

const isInstalled = (program) =>
  process.env.PATH.split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

export function requireSystems() {
  const missing = Object.keys(SYSTEMS).filter((program) => !isInstalled(program));
  if (missing.length === 0) return;
  const packages = missing.map((program) => SYSTEMS[program]).join(' ');
  throw new Stop(
    `The system tests need ${missing.join(', ')}. Install: apt-get install --yes --no-install-recommends ${packages}`,
  );
}
