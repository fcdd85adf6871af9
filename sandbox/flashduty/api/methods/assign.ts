import { z } from 'zod';
import { callPeople } from '../../changes';
import { seconds } from '../../incident';
import { personOf } from '../../person';
import { invalid, refuse, tell } from '../answer';
import { changing } from '../call';
import { openIncidentsIn } from '../find';
import { detailOf, giftOf, give, membersOf } from '../give';
import { assignedTo, incidentIds, objectId } from '../shapes';

const assignment = z.looseObject({
  incident_id: objectId.nullish(),
  incident_ids: incidentIds.nullish(),
  assigned_to: assignedTo,
});

/** `/incident/assign`: to people, or to a level of an escalation rule. */
export const assign = changing(assignment, (wanted, call) => {
  const { incident_id, incident_ids, assigned_to } = wanted;
  const ids = incident_ids ?? (incident_id ? [incident_id] : []);
  if (ids.length === 0) return refuse(invalid('incident_id or incident_ids is missing.'));
  const found = openIncidentsIn(ids, call);
  if ('code' in found) return refuse(found);
  const gift = giftOf(assigned_to, call.now);
  if ('code' in gift) return refuse(gift);
  for (const incident of found.incidents) {
    const eventType = give(incident, gift, call.now);
    incident.updatedAt = seconds(call.now);
    call.pane.tell(incident, eventType, call.by, { detail: detailOf(gift) });
  }
  return tell();
});

const addition = z.looseObject({
  incident_id: objectId,
  person_ids: z.array(z.int()).min(1).max(100),
  notify: z
    .looseObject({
      follow_preference: z.boolean().nullish(),
      personal_channels: z.array(z.string()).nullish(),
      template_id: objectId.nullish(),
    })
    .nullish(),
});

/** `/incident/responder/add`; who is called already stays as they are. */
export const addResponders = changing(addition, ({ incident_id, person_ids }, call) => {
  const found = openIncidentsIn([incident_id], call);
  if ('code' in found) return refuse(found);
  const members = membersOf(person_ids);
  if ('code' in members) return refuse(members);
  for (const incident of found.incidents) {
    callPeople(incident, members, seconds(call.now));
    incident.updatedAt = seconds(call.now);
    const to = members.map((member) => personOf(member).person_id);
    call.pane.tell(incident, 'i_a_rspd', call.by, { detail: { to } });
  }
  return tell();
});
