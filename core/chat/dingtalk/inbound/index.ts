import type { ChatInbound } from '../../platform';
import { address } from './address';
import { fromCard, isFromCard } from './from-card';
import { fromEvents, isEvent } from './from-events';
import { fromRobot } from './from-robot';
import { register } from './register';
import { socket } from './socket';

/** What people send back from DingTalk. A custom robot only sends; it hears nothing. */
export const inbound: ChatInbound = {
  ways: [{ id: 'robot', label: 'Robot and Cards' }],
  /** All come to one address: each is signed in its own place. */
  receive: async (request, setup) => {
    if (isFromCard(request)) return fromCard(request, setup);
    return isEvent(request) ? fromEvents(request, setup) : fromRobot(request, setup);
  },
  socket,
  address,
  register,
};
