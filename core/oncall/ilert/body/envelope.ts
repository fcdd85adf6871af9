import { isRecord } from '../../../alert/untrusted';
import { readTrigger, type Trigger } from './trigger';

type Fields = Readonly<Record<string, unknown>>;

/** The alert's fields wherever they are, with what an envelope knows about the event. */
export interface Delivery {
  readonly trigger: Trigger;
  readonly fields: Fields;
  readonly eventId: unknown;
  readonly time: unknown;
}

/**
 * ilert's default body, or the same in an Amazon EventBridge envelope
 * (https://docs.aws.amazon.com/eventbridge/latest/ref/overiew-event-structure.html), whose
 * `detail-type` is newer than the name inside. Undefined for every other body.
 */
export const readDelivery = (body: unknown): Delivery | undefined => {
  if (!isRecord(body)) return undefined;
  const { detail } = body;
  if (isRecord(detail)) {
    const trigger = readTrigger(body['detail-type']) ?? readTrigger(detail.eventType);
    const eventId = detail.eventId ?? body.id;
    return trigger && { trigger, fields: detail, eventId, time: detail.timestamp ?? body.time };
  }
  const trigger = readTrigger(body.eventType);
  return trigger && { trigger, fields: body, eventId: body.eventId, time: body.timestamp };
};
