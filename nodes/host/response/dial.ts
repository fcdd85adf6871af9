import type { Dial } from '../../../core/index';

const PATIENCE_MS = 10_000;

/** Opens a WebSocket of Node's own, which answers pings by itself. */
export const dial: Dial = (url, events) =>
  new Promise((resolve) => {
    const socket = opened(url);
    if (!socket) return resolve(undefined);
    const failed = () => {
      resolve(undefined);
      events.ended();
    };
    const answer = (text: string) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(text);
    };
    socket.addEventListener('open', () => resolve({ close: () => socket.close() }));
    socket.addEventListener('message', ({ data }) => events.message(String(data), answer));
    socket.addEventListener('error', failed);
    socket.addEventListener('close', failed);
    AbortSignal.timeout(PATIENCE_MS).addEventListener('abort', () => {
      if (socket.readyState !== WebSocket.CONNECTING) return;
      socket.close();
      failed();
    });
  });

/** Throws for an address that is none, and where Node has no WebSocket yet. */
const opened = (url: string): WebSocket | undefined => {
  try {
    return new WebSocket(url);
  } catch {
    return undefined;
  }
};
