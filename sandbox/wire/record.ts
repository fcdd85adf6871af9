import type { Request } from 'express';
import type { Fault } from '../faults/fault';
import type { WireEntry } from '../journal/entries';
import { redactHeaders } from '../journal/redact';
import type { Accepted, Answer, Verdict, WireService } from '../platform';
import { wireRequest } from './address';

type Head = Pick<WireEntry, 'platform' | 'channel' | 'method' | 'path' | 'headers' | 'bodySize'>;

/** What became of a request, as it is kept. */
export type Judgement = Omit<WireEntry, keyof Head | 'id' | 'at'>;

const NOTHING = {
  code: null,
  reason: null,
  source: null,
  status: null,
  answer: null,
  late: false,
  fault: null,
  payload: null,
  messageId: null,
};

/** Who sent what where, without anything that works as a password. */
export function head(platform: WireService, req: Request): Head {
  const request = wireRequest(req);
  return {
    platform: platform.id,
    channel: platform.channelOf(request) ?? null,
    method: req.method,
    path: `${req.baseUrl || `/${platform.id}`}${platform.redact(request)}`,
    headers: redactHeaders(req.headers),
    bodySize: request.body.length,
  };
}

export function judged(verdict: Verdict, { answersFirst }: WireService): Judgement {
  const told = toldBy(verdict.answer);
  if (verdict.verdict === 'accepted') {
    return { ...NOTHING, ...told, verdict: 'accepted', payload: payloadOf(verdict) };
  }
  const { code, reason, source, payload = null } = verdict;
  const late = answersFirst !== undefined && told.status < 300;
  return { ...NOTHING, ...told, verdict: 'refused', code, reason, source, payload, late };
}

/** What was sent, as the platform read it. */
export const payloadOf = ({ message, payload = null }: Accepted): unknown =>
  message ? message.payload : payload;

export function tooLarge(status: number): Judgement {
  const reason = 'The body is larger than 1 MiB.';
  return { ...NOTHING, verdict: 'refused', code: 'too_large', reason, status };
}

const FAULT_REASONS: Record<Fault['kind'], string> = {
  status: 'The sandbox was told to answer with this status.',
  delay: 'The sandbox was told to wait before it answers.',
  reset: 'The sandbox was told to reset the connection before it takes the request.',
  'lost-answer': 'The sandbox took the request and was told to lose the answer.',
  'rate-limit': 'The sandbox was told to answer that too many messages were sent.',
  'fail-later': 'The sandbox answered well and was told to fail afterwards.',
};

export function faulted(
  { kind }: Fault,
  answer: Answer | null,
  payload: unknown = null,
): Judgement {
  return {
    ...NOTHING,
    ...(answer && toldBy(answer)),
    verdict: 'faulted',
    code: kind,
    reason: FAULT_REASONS[kind],
    late: kind === 'fail-later',
    fault: kind,
    payload,
  };
}

function toldBy({ status, body, shown = body }: Answer) {
  return { status, answer: shown };
}
