import type { Story } from '../../oncall/stories';
import { createAlert, type FakeAlert } from '../alert';
import type { Policy } from '../policies';
import type { Source } from './sources';

/** What a request says about an alert that does not exist yet. */
export interface Wanted {
  summary: string;
  details?: string | null | undefined;
  alertKey?: string | null | undefined;
  priority?: 'HIGH' | 'LOW' | null | undefined;
  severity?: number | null | undefined;
  labels?: Record<string, string> | null | undefined;
  links?: { href: string; text?: string | null | undefined }[] | null | undefined;
  images?: object[] | null | undefined;
  customDetails?: object | null | undefined;
}

/** A new alert of a source; its escalation policy calls people, as on the page. */
export function openAlert(wanted: Wanted, source: Source, policy: Policy, now: number): FakeAlert {
  const alert = createAlert(storyOf(wanted, source), now);
  alert.policy = policy;
  alert.priority = wanted.priority ?? 'HIGH';
  alert.images = wanted.images ?? [];
  if (wanted.severity != null) alert.severity = wanted.severity;
  if (wanted.customDetails) alert.customDetails = wanted.customDetails;
  return alert;
}

function storyOf(wanted: Wanted, { id, name }: Source): Story {
  return {
    title: wanted.summary,
    details: wanted.details ?? '',
    severity: wanted.priority === 'LOW' ? 'warning' : 'critical',
    key: wanted.alertKey?.trim() ?? '',
    labels: wanted.labels ?? {},
    source: { id, name },
    comment: 'Looking into it.',
    links: (wanted.links ?? []).map(({ href, text }) => ({ href, text: text ?? href })),
  };
}
