import { deliverAlert, type Problem, testEvent } from '../../../core/index';
import { createClock } from '../clock';
import type { ChatKind, Connection } from './connection';

const TIMEOUT_MS = 10_000;

/** Asks the platform something it refuses without posting; the refusal shows whether it knows us. */
export async function tryConnection(
  { chat, http }: Connection,
  { transport }: ChatKind,
): Promise<Problem | undefined> {
  const way = chat.transports[transport];
  const probe = way && 'probe' in way ? way.probe : undefined;
  if (!probe) return undefined;
  return probe.judge(await http(probe.request(), { timeoutMs: TIMEOUT_MS }));
}

/** Posts one message that mentions nobody. */
export async function tryMessage(
  { chat, http }: Connection,
  { transport }: ChatKind,
): Promise<Problem | undefined> {
  const receipt = await deliverAlert({
    chat: chat.id,
    transport,
    event: testEvent(Date.now(), { chat: chat.name }),
    options: {},
    http,
    clock: createClock(AbortSignal.timeout(TIMEOUT_MS)),
    maxWaitMs: 0,
  });
  return receipt.problem;
}
