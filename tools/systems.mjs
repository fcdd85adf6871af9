import { existsSync } from 'node:fs';
import { onPath } from './programs.mjs';
import { Stop } from './progress.mjs';

/** Debian packages the system tests drive, and how each shows that it is there. */
const SYSTEMS = {
  'prometheus-alertmanager': () => onPath('prometheus-alertmanager'),
  apprise: () => onPath('apprise'),
  'redis-server': () => onPath('redis-server'),
  // Its server is no program people call: Debian keeps it out of the path.
  postgresql: () => existsSync('/usr/lib/postgresql'),
};

export function requireSystems() {
  const missing = Object.keys(SYSTEMS).filter((system) => !SYSTEMS[system]());
  if (missing.length === 0) return;
  throw new Stop(
    `The system tests need more of Debian. Install: apt-get install --yes --no-install-recommends ${missing.join(' ')}`,
  );
}
