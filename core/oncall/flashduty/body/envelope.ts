import { isRecord, record } from '../../../alert/untrusted';

type Fields = Readonly<Record<string, unknown>>;

/** What Flashduty says about one incident or one alert, with what it says about the event. */
export interface Delivery {
  readonly rawType: string;
  readonly about: 'incident' | 'alert';
  readonly fields: Fields;
  /** Who acted; absent where nobody did. */
  readonly person: unknown;
  readonly eventId: unknown;
  readonly time: unknown;
}

const ABOUT = { i: 'incident', a: 'alert' } as const;
const NAME = /^([ia])_\w+$/;

/**
 * The default bodies of all three kinds of webhook. The sample of a custom action has its
 * `event_id` inside the incident, against its own table:
 * https://docs.flashcat.cloud/en/on-call/integration/webhooks/custom-actions
 */
export const readDelivery = (body: unknown): Delivery | undefined => {
  if (!isRecord(body) || typeof body.event_type !== 'string') return undefined;
  const wing = NAME.exec(body.event_type)?.[1];
  if (wing === undefined) return undefined;
  const about = ABOUT[wing as keyof typeof ABOUT];
  const fields = record(body[about]);
  return {
    rawType: body.event_type,
    about,
    fields,
    person: body.person,
    eventId: body.event_id ?? fields.event_id,
    time: body.event_time,
  };
};
