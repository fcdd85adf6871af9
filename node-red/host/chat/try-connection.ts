import { deliverAlert, type Problem, runSteps, testEvent } from '../../../core/index';
import { createClock } from '../clock';
import type { ChatKind, Connection } from './connection';

const TIMEOUT_MS = 10_000;

/**
 * `known`: the platform was asked. `partly`: and knows the address, but a message could prove more.
 * `plausible`: only a message could prove anything. `bot`: it told who the bot is.
 */
export type Proof =
  | { readonly proof: 'known' | 'partly' | 'plausible' | 'posted' }
  | { readonly proof: 'bot'; readonly name: string; readonly unproven?: string };

type Tried = Proof | { readonly problem: Problem };

/** Asks the platform something that posts nothing; the answer shows whether it knows us. */
export async function tryConnection(
  { chat, http }: Connection,
  { transport }: ChatKind,
): Promise<Tried> {
  const way = chat.transports[transport];
  if (way && 'check' in way) {
    const checked = await runSteps(way.check(), http, { now: Date.now });
    return 'problem' in checked ? checked : { proof: 'bot', ...checked };
  }
  const probe = way && 'probe' in way ? way.probe : undefined;
  if (!probe) return { proof: 'plausible' };
  const problem = probe.judge(await http(probe.request(), { timeoutMs: TIMEOUT_MS }));
  if (problem) return { problem };
  return { proof: probe.unproven === undefined ? 'known' : 'partly' };
}

/** Posts one message that mentions nobody. */
export async function tryMessage(
  { chat, http }: Connection,
  { transport }: ChatKind,
): Promise<Tried> {
  const receipt = await deliverAlert({
    chat: chat.id,
    transport,
    event: testEvent(Date.now(), { chat: chat.name }),
    options: {},
    http,
    clock: createClock(AbortSignal.timeout(TIMEOUT_MS)),
    maxWaitMs: 0,
  });
  return receipt.problem ? { problem: receipt.problem } : { proof: 'posted' };
}
