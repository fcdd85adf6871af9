import { heard, unreadable } from '../../../answers/said';
import type { ChatInbound } from '../../platform';
import { address } from './address';
import { decode } from './decode';
import { read } from './read';
import { socket } from './socket';
import { isSslCheck, verify } from './verify';

const receive: ChatInbound['receive'] = async (request, setup) => {
  const refusal = verify(request, setup);
  if (refusal)
    return refusal.code !== 'answer.no_secret' && isSslCheck(request) ? heard() : refusal;
  const decoded = decode(request);
  return decoded ? read(decoded, setup) : unreadable;
};

/** What people send back from Slack. */
export const inbound: ChatInbound = {
  ways: [
    { id: 'http', label: 'HTTP' },
    { id: 'socket', label: 'Socket Mode' },
  ],
  receive,
  socket,
  address,
};
