import { randomUUID } from 'node:crypto';
import type { Called } from '../../people/call-back';
import type { Desk } from '../../server/desk';
import type { Connection } from './connection';

/** What an app is told on a stream. */
export interface Push {
  topic: string;
  /** As the journal calls it. */
  kind: string;
  data: string;
  /** The data as it may be shown, where it works as a password. */
  shown?: string;
  patienceMs: number;
  /** The id of the person who did it. */
  by: string;
}

/** Tells an app something on its stream and keeps it in the journal, as any other callback. */
export async function pushTo(
  connection: Connection,
  { topic, kind, data, shown = data, patienceMs, by }: Push,
  { journal, origin }: Pick<Desk, 'journal' | 'origin'>,
): Promise<Called> {
  const started = performance.now();
  const frame = { type: 'CALLBACK', topic, messageId: randomUUID(), data } as const;
  const ack = await connection.push(frame, patienceMs);
  const reason = ack ? null : `The stream gave no ack within ${patienceMs / 1000} seconds.`;
  journal.addCallback({
    platform: 'dingtalk',
    kind,
    by,
    url: origin.replace(/^http/, 'ws'),
    body: shown,
    status: ack?.code ?? null,
    answer: ack?.data ?? null,
    reason,
    ms: Math.round(performance.now() - started),
  });
  return { status: ack?.code ?? null, headers: {}, body: ack?.data ?? '', reason };
}
