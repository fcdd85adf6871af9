import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { encryptEvent, signatureOf } from '../../../core/chat/dingtalk/inbound/event-crypto';
import { socket } from '../../../core/chat/dingtalk/inbound/socket';
import {
  alone,
  button,
  CREDENTIAL,
  cardHeaders,
  frame,
  NOW,
  pressing,
  receive,
  robotHeaders,
  saying,
  setupWith,
} from './dingtalk-inbound-world';
import { PATIENCE_MS, RUNS, survivesHostility } from './hostile-callbacks';

const lines = [saying('accept 4711'), saying('what?', alone), saying('', { msgtype: 'picture' })];
const presses = [
  pressing({ token: button(), minutes: '30' }),
  pressing({ token: 'x' }, { spaceId: 'cidOther==' }),
];

survivesHostility({
  name: 'a robot of DingTalk',
  good: lines,
  signed: (rawBody) => ({ headers: robotHeaders(), query: {}, rawBody }),
  receive: (request) => receive(request, setupWith()),
});

survivesHostility({
  name: 'cards of DingTalk',
  good: presses,
  signed: (rawBody) => ({ headers: cardHeaders(), query: {}, rawBody }),
  receive: (request) => receive(request, setupWith()),
});

const { eventToken: token, aesKey, clientId: owner } = CREDENTIAL;

survivesHostility({
  name: 'events of DingTalk',
  good: [{ EventType: 'check_url' }, { EventType: 'x', a: { b: [1] } }],
  signed: (body) => {
    const encrypt = encryptEvent(Buffer.from(body).toString(), { token, aesKey, owner });
    const timestamp = String(NOW);
    const signature = signatureOf(token, { encrypt, timestamp, nonce: 'n' });
    const query = { signature, timestamp, nonce: 'n' };
    return { headers: {}, query, rawBody: JSON.stringify({ encrypt }) };
  },
  receive: (request) => receive(request, setupWith()),
});

survivesHostility({
  name: 'the envelope of events of DingTalk',
  good: [{ encrypt: encryptEvent('{"EventType":"check_url"}', { token, aesKey, owner }) }],
  signed: (rawBody) => {
    const timestamp = String(NOW);
    const encrypt = encryptIn(rawBody);
    const signature = signatureOf(token, { encrypt, timestamp, nonce: 'n' });
    return { headers: {}, query: { signature, timestamp, nonce: 'n' }, rawBody };
  },
  receive: (request) => receive(request, setupWith()),
});

function encryptIn(body: Uint8Array): string {
  try {
    return String(JSON.parse(Buffer.from(body).toString()).encrypt);
  } catch {
    return '';
  }
}

describe('hostile frames on a stream of DingTalk', () => {
  const bad = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.json({ maxDepth: 5 }),
    fc.constantFrom('['.repeat(100_000), '{"type":"CALLBACK"}', 'null', '"x"'),
  );
  const topic = fc.constantFrom(
    ...['/v1.0/im/bot/messages/get', '/v1.0/card/instances/callback', 'ping', '__proto__', ''],
  );
  const type = fc.constantFrom('SYSTEM', 'EVENT', 'CALLBACK', '', 'constructor');
  const id = fc.string({ maxLength: 20 });
  const data = fc.oneof(
    bad,
    fc.constantFrom(...[...lines, ...presses].map((one) => JSON.stringify(one))),
  );

  it(
    'break nothing',
    () => {
      const framed = fc.tuple(type, topic, data, id).map((parts) => frame(...parts));
      fc.assert(
        fc.property(fc.oneof(bad, framed), (text) => {
          const { reply, inbound } = socket.frame(text, setupWith());
          if (reply !== undefined) expect(JSON.parse(reply)).toMatchObject({ code: 200 });
          const { commands = [], refused = [] } = inbound ?? {};
          expect(commands.length + refused.length).toBeLessThanOrEqual(1);
          for (const command of commands) {
            expect(JSON.parse(JSON.stringify(command))).toEqual(command);
          }
        }),
        { numRuns: RUNS },
      );
    },
    PATIENCE_MS,
  );
});
