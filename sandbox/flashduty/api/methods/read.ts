import { z } from 'zod';
import type { Happening } from '../../../oncall/rules';
import { ACCOUNT, incidentFields } from '../../body';
import type { FakeIncident } from '../../incident';
import { personOf } from '../../person';
import { refuse, tell } from '../answer';
import { asking } from '../call';
import { incidentsIn } from '../find';
import { INTEGRATION } from '../keys';
import { objectId, page, pageOf } from '../shapes';

/** `/incident/info`, and each of a list. https://docs.flashcat.cloud/en/api-reference/on-call/incidents/incident-info */
export function toldIncident(incident: FakeIncident) {
  const { alertId, creator, closer, hasRecovered } = incident;
  const integrations = alertId ? [INTEGRATION.integration_id] : [];
  return {
    ...incidentFields(incident),
    account_locale: 'en-US',
    account_time_zone: 'Europe/Berlin',
    channel_status: 'enabled',
    integration_id: integrations[0] ?? 0,
    integration_ids: integrations,
    integration_types: integrations.map(() => 'standard.alert'),
    creator_id: creator?.person_id ?? 0,
    closer_id: closer?.person_id ?? 0,
    owner_id: 0,
    ai_summary: '',
    ever_muted: false,
    active_alert_cnt: alertId && !hasRecovered ? 1 : 0,
    alert_event_cnt: alertId ? 1 : 0,
    silence_url: '',
    post_mortem_id: '',
    images: [],
    manual_overrides: [],
  };
}

export const info = asking(z.looseObject({ incident_id: objectId }), ({ incident_id }, call) => {
  const found = incidentsIn([incident_id], call);
  return 'code' in found ? refuse(found) : tell(found.incidents.map(toldIncident)[0]);
});

/** `/incident/list-by-ids`; ids that are none are left out. */
export const listByIds = asking(
  z.looseObject({ incident_ids: z.array(objectId).max(100) }),
  ({ incident_ids }, { pane }) => {
    const found = incident_ids.flatMap((id) => pane.find(id.toLowerCase()) ?? []);
    return tell({ items: found.map(toldIncident), total: found.length, has_next_page: false });
  },
);

const timeline = z.looseObject({
  incident_id: objectId,
  ...page,
  asc: z.boolean().nullish(),
  types: z.array(z.string()).nullish(),
});

/** `/incident/feed`, newest first unless told. Its times are in ms. */
export const feed = asking(timeline, (wanted, call) => {
  const found = incidentsIn([wanted.incident_id], call);
  if ('code' in found) return refuse(found);
  const entries = found.incidents.flatMap(({ id, history }) =>
    history.map((happening) => entryOf(id, happening)),
  );
  const { types } = wanted;
  const chosen = entries.filter(({ type }) => !types || types.includes(type));
  const { items, has_next_page } = pageOf(wanted.asc ? chosen : chosen.reverse(), wanted);
  return tell({ items, has_next_page });
});

const entryOf = (ref_id: string, { at, eventType, by, detail = {} }: Happening) => ({
  ref_id,
  type: eventType.replace(/:.*/, ''),
  detail,
  account_id: ACCOUNT.account_id,
  creator_id: by.person ? personOf(by.person).person_id : 0,
  created_at: at,
  updated_at: at,
});
