import { hmac } from '../../../core/http/verify/hmac';
import { survivesHostility } from './hostile-callbacks';
import {
  APP,
  activity,
  button,
  KEY,
  keyServer,
  NOW,
  pressing,
  receive,
  SERVICE,
  saying,
  setupWith,
  tokenBy,
} from './teams-inbound-world';

const tokens = new Map<string, string>();

const serviceIn = (body: Uint8Array): string => {
  try {
    return String(JSON.parse(Buffer.from(body).toString()).serviceUrl);
  } catch {
    return SERVICE;
  }
};

const tokenFor = (service: string): string => {
  const known = tokens.get(service) ?? tokenBy(KEY, { serviceurl: service });
  tokens.set(service, known);
  return known;
};

const { http } = keyServer();

survivesHostility({
  name: 'a bot of Teams',
  good: [
    pressing({ token: button(), minutes_snooze: '30' }),
    activity({ value: { token: button('resolve'), note_resolve: 'x' }, replyToId: '17' }),
    saying('accept 4711'),
    saying('what?'),
    activity({ type: 'conversationUpdate', membersAdded: [{ id: `28:${APP}` }] }),
    activity({ type: 'installationUpdate', action: 'remove' }),
  ],
  signed: (rawBody) => ({
    headers: { authorization: `Bearer ${tokenFor(serviceIn(rawBody))}` },
    query: {},
    rawBody,
  }),
  receive: (request) => receive(request, setupWith({ http })),
});

const token = Buffer.from('a key of an outgoing webhook').toString('base64');

survivesHostility({
  name: 'an outgoing webhook of Teams',
  good: [saying('accept 4711'), saying('what?')],
  signed: (rawBody) => ({
    headers: {
      authorization: `HMAC ${hmac(Buffer.from(token, 'base64'), rawBody).toString('base64')}`,
    },
    query: {},
    rawBody,
  }),
  receive: (request) => {
    const credential = { outgoingToken: token };
    return receive(request, setupWith({ way: 'outgoing', credential, clock: { now: () => NOW } }));
  },
});
