import { z } from 'zod';
import { close } from '../../changes';
import { seconds } from '../../incident';
import { refuse, tell } from '../answer';
import { changing } from '../call';
import { incidentsIn, openIncidentsIn } from '../find';
import { incidentIds, objectId, text } from '../shapes';

const merger = z.looseObject({
  source_incident_ids: incidentIds,
  target_incident_id: objectId,
  title: text(512).nullish(),
  comment: text(1024).nullish(),
  owner_id: z.int().nullish(),
  remove_source_incidents: z.boolean().nullish(),
});

/** `/incident/merge`: the sources are closed, and only the target's webhook tells of it. */
export const merge = changing(merger, (wanted, call) => {
  const target = openIncidentsIn([wanted.target_incident_id], call);
  if ('code' in target) return refuse(target);
  const sources = incidentsIn(wanted.source_incident_ids, call);
  if ('code' in sources) return refuse(sources);
  for (const incident of target.incidents) {
    const others = sources.incidents.filter(({ id }) => id !== incident.id);
    for (const other of others) close(other, call.owner, seconds(call.now));
    for (const other of others) call.pane.announce(other);
    if (wanted.title) incident.story = { ...incident.story, title: wanted.title };
    const source_incidents = others.map(({ id, story, progress }) => ({
      incident_id: id,
      title: story.title,
      progress,
    }));
    const detail = { comment: wanted.comment ?? '', source_incidents };
    incident.updatedAt = seconds(call.now);
    call.pane.tell(incident, 'i_merge', call.by, { detail });
  }
  return tell();
});
