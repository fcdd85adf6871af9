import { onPath } from './programs.mjs';
import { Stop } from './progress.mjs';

/** Programs of other people that the system tests drive, and the Debian package of each. */
const SYSTEMS = { 'prometheus-alertmanager': 'prometheus-alertmanager', apprise: 'apprise' };

export function requireSystems() {
  const missing = Object.keys(SYSTEMS).filter((program) => !onPath(program));
  if (missing.length === 0) return;
  const packages = missing.map((program) => SYSTEMS[program]).join(' ');
  throw new Stop(
    `The system tests need ${missing.join(', ')}. Install: apt-get install --yes --no-install-recommends ${packages}`,
  );
}
