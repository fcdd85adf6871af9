import type { FakeIncident } from '../incident';
import { type ApiError, invalid, missing } from './answer';
import type { Call } from './call';

export function incidentsIn(
  ids: readonly string[],
  { pane }: Call,
): { incidents: FakeIncident[] } | ApiError {
  const incidents: FakeIncident[] = [];
  for (const id of new Set(ids.map((one) => one.toLowerCase()))) {
    const incident = pane.find(id);
    if (!incident) return missing('incident', id);
    incidents.push(incident);
  }
  return { incidents };
}

/** The same, but a closed one is refused, unless the sandbox was told otherwise. */
export function openIncidentsIn(
  ids: readonly string[],
  call: Call,
): { incidents: FakeIncident[] } | ApiError {
  const found = incidentsIn(ids, call);
  if ('code' in found) return found;
  const isClosed = ({ progress }: FakeIncident) => progress === 'Closed';
  const closed = found.incidents.find(isClosed);
  if (!closed) return found;
  if (call.silences.whenClosed === 'refuse') return invalid(`Incident ${closed.id} is closed.`);
  return { incidents: found.incidents.filter((incident) => !isClosed(incident)) };
}
