import { type Clock, findChat, runSteps } from '../../../core/index';
import type { Connection } from '../chat/connection';
import type { ChatResponse } from './chat-response';
import type { Voice } from './voice';

/** A chat that cannot be reached is asked again after this, in ms. */
const AGAIN_MS = 60_000;

/** Tells the chat where answers go; where the chat cannot be reached, until it can. */
export async function tellAddress(
  { setup }: Pick<ChatResponse, 'setup'>,
  { chat, http }: Pick<Connection, 'chat' | 'http'>,
  address: string,
  voice: Voice,
  clock: Clock,
): Promise<void> {
  const register = findChat(chat.id)?.inbound.register;
  if (!register) return;
  for (;;) {
    const outcome = await runSteps(register(address, setup.keys), http, clock);
    if (outcome.kind === 'delivered') return voice.say('grey', 'ring', 'status.registered');
    if ('problem' in outcome) voice.trouble(outcome.problem);
    if (outcome.kind !== 'retry' && outcome.kind !== 'unknown') return;
    await clock.sleep(AGAIN_MS);
  }
}
