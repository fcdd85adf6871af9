import type { Inbound, InboundRefusal, InboundReply } from './inbound';

/** Taken, and nothing to say. */
export const SILENT: InboundReply = { status: 200, headers: {}, body: '' };

export const jsonReply = (body: object): InboundReply => ({
  status: 200,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(body),
});

/** An authentic request: what is not told is empty. */
export const heard = (told: Partial<Omit<Inbound, 'ok'>> = {}): Inbound => ({
  ok: true,
  reply: SILENT,
  commands: [],
  refused: [],
  afterwards: [],
  installations: [],
  warnings: [],
  ...told,
});

export const refuse = (
  status: InboundRefusal['status'],
  code: string,
  reason: string,
): InboundRefusal => ({ ok: false, status, code, reason });

/** `secret`: what of the credential is missing. */
export const noSecret = (secret: string): InboundRefusal =>
  refuse(401, 'answer.no_secret', `The credential has no ${secret}, so nothing is accepted.`);

export const notAuthentic = refuse(
  401,
  'answer.not_authentic',
  'The request does not prove that it comes from the chat.',
);
export const notTimely = refuse(
  401,
  'answer.not_timely',
  'The request is too old, or from the future. Check the clock of this machine.',
);
export const replayed = refuse(401, 'answer.replayed', 'The very same request came before.');
export const unreadable = refuse(400, 'answer.unreadable', 'The body cannot be decoded.');
