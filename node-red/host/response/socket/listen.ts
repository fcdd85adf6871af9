import { type Clock, keepConnected, type SocketRules, socketOf } from '../../../../core/index';
import type { Connection } from '../../chat/connection';
import { createClock } from '../../clock';
import { guard } from '../../guard';
import type { ChatResponse } from '../chat-response';
import type { ResponseKind } from '../kind';
import type { Voice } from '../voice';
import { Sockets } from './sockets';

/** Hears people over a connection that the chat keeps open; gives back how to stop. */
export function listenBySocket(
  response: ChatResponse,
  { chat }: ResponseKind,
  { http, dispatcher }: Connection,
  voice: Voice,
): () => Promise<void> {
  const closing = new AbortController();
  const clock = endingClock(closing.signal);
  const failed = (error: Error) => voice.warn(error.message);
  const sockets = new Sockets(dispatcher, clock, failed);
  let isConnected = false;
  voice.say('yellow', 'ring', 'status.connecting');
  const kept = keepConnected({
    rules: socketOf(chat) as SocketRules,
    setup: response.setup,
    http,
    clock,
    dial: sockets.dial,
    hear: (inbound) => void guard(() => response.pass(inbound), failed),
    tell: (trouble) => {
      if (closing.signal.aborted) return;
      if (trouble) voice.trouble(trouble.problem);
      else if (!isConnected) voice.say('green', 'ring', 'status.connected');
      isConnected = !trouble;
    },
  });
  return async () => {
    closing.abort();
    kept.close();
    await sockets.close();
  };
}

/** A clock whose waits are over, without an error, when the signal comes. */
const endingClock = (signal: AbortSignal): Clock => {
  const clock = createClock(signal);
  return { ...clock, sleep: (ms) => clock.sleep(ms).catch(() => {}) };
};
