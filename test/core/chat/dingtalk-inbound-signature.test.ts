import { describe, expect, it } from '@jest/globals';
import {
  decryptEvent,
  encryptEvent,
  isSignedEvent,
  signatureOf,
} from '../../../core/chat/dingtalk/inbound/event-crypto';
import { cardSecret, isOfCards } from '../../../core/chat/dingtalk/inbound/signatures';
import vectors from './dingtalk-inbound.vectors.json';
import {
  CREDENTIAL,
  cardHeaders,
  codeOf,
  fromCard,
  fromRobot,
  KEYS,
  NOW,
  pressing,
  robotHeaders,
  saying,
  setupWith,
  taken,
} from './dingtalk-inbound-world';

const hour = 3_600_000;
const minutes = 60_000;
const rawBody = Buffer.from('{}');

describe('the signature of the robot', () => {
  it.each(vectors.robot)('$what', async ({ timestamp, sign, secret, now, good }) => {
    const credential = { ...CREDENTIAL, clientSecret: secret };
    const request = { headers: { timestamp, sign }, query: {}, rawBody };
    const code = await codeOf(request, setupWith({ credential, clock: { now: () => now } }));
    if (good) expect(code).toBe('taken');
    else expect(code).toMatch(/^401 answer\.not_(?:timely|authentic)$/);
  });

  it.each([
    [-hour, 'taken'],
    [-hour - 1, '401 answer.not_timely'],
    [hour, 'taken'],
    [hour + 1, '401 answer.not_timely'],
  ])('is good for an hour on either side: %d ms', async (late, code) => {
    expect(await codeOf(fromRobot(saying('help'), NOW + late))).toBe(code);
  });

  it.each([
    ['no time', { sign: robotHeaders().sign }],
    ['no signature', { timestamp: String(NOW) }],
    ['two signatures', { ...robotHeaders(), sign: [robotHeaders().sign, 'x'] }],
    ['seconds', robotHeaders(NOW / 1000)],
    ['another secret', robotHeaders(NOW, 'another secret')],
  ])('is none with %s', async (_, headers) => {
    expect(await codeOf({ headers, query: {}, rawBody })).toMatch(/^401 answer\.not_/);
  });

  it('needs a secret', async () => {
    const credential = { ...CREDENTIAL, clientSecret: ' ' };
    expect(await codeOf(fromRobot({}), setupWith({ credential }))).toBe('401 answer.no_secret');
  });
});

describe('the signature of cards', () => {
  it.each(vectors.card)('$what', ({ timestamp, sign, secret, good }) => {
    expect(isOfCards({ timestamp, sign }, ['another', secret])).toBe(good);
  });

  it.each([
    [-5 * minutes, 'taken'],
    [-5 * minutes - 1, '401 answer.not_timely'],
    [5 * minutes, 'taken'],
    [5 * minutes + 1, '401 answer.not_timely'],
  ])('is good for five minutes on either side: %d ms', async (late, code) => {
    expect(await codeOf(fromCard(pressing({}), NOW + late))).toBe(code);
  });

  it('is made with a secret of its own, which tells nothing of the signing key', async () => {
    expect(cardSecret(KEYS)).toMatch(/^[0-9a-f]{64}$/);
    expect(await codeOf({ headers: cardHeaders(NOW, KEYS.key), query: {}, rawBody })).toBe(
      '401 answer.not_authentic',
    );
  });

  it('is taken with the signing key before, too', async () => {
    const keys = { key: 'a key that nobody could ever guess, 2', previousKey: KEYS.key };
    expect(await codeOf(fromCard(pressing({})), setupWith({ keys }))).toBe('taken');
    expect(await codeOf(fromCard(pressing({})), setupWith({ keys: { key: 'short' } }))).toBe(
      '401 answer.no_secret',
    );
  });
});

describe('an event', () => {
  const { token, aesKey, owner, timestamp, nonce, random, message, encrypt, signature } =
    vectors.event;
  const keys = { token, aesKey, owner };

  it('is written and read as documented', () => {
    expect(encryptEvent(message, keys, Buffer.from(random))).toBe(encrypt);
    expect(signatureOf(token, { encrypt, timestamp, nonce })).toBe(signature);
    expect(isSignedEvent(token, { encrypt, timestamp, nonce: 'other' }, signature)).toBe(false);
    expect(decryptEvent(encrypt, keys)).toBe(message);
  });

  it.each([
    ['another app', { owner: 'dingapp0002' }],
    ['another key', { aesKey: 'x'.repeat(43) }],
  ])('is not for %s', (_, other) => {
    expect(decryptEvent(encrypt, { ...keys, ...other })).toBeUndefined();
  });

  it.each(['', 'AAAA', '!!', encrypt.slice(0, 44)])('is not %j', (broken) => {
    expect(decryptEvent(broken, keys)).toBeUndefined();
  });

  const sent = (event: object, at = NOW, changes: Record<string, string> = {}) => {
    const own = { token: CREDENTIAL.eventToken, aesKey: CREDENTIAL.aesKey, owner: 'dingapp0001' };
    const sealed = {
      encrypt: encryptEvent(JSON.stringify(event), own),
      timestamp: String(at),
      nonce: 'n',
    };
    const query = {
      signature: signatureOf(own.token, sealed),
      timestamp: sealed.timestamp,
      nonce: 'n',
      ...changes,
    };
    return { headers: {}, query, rawBody: JSON.stringify({ encrypt: sealed.encrypt }) };
  };

  it('that checks the address is answered with the encrypted word', async () => {
    const read = await taken(sent({ EventType: 'check_url' }));
    expect(read).toMatchObject({ commands: [], warnings: [] });
    const reply = JSON.parse(read.reply.body);
    const own = { token: CREDENTIAL.eventToken, aesKey: CREDENTIAL.aesKey, owner: 'dingapp0001' };
    expect(decryptEvent(reply.encrypt, own)).toBe('success');
    const sealed = { encrypt: reply.encrypt, timestamp: reply.timeStamp, nonce: reply.nonce };
    expect(signatureOf(own.token, sealed)).toBe(reply.msg_signature);
  });

  it('of another kind is taken, and said to be of no use', async () => {
    expect((await taken(sent({ EventType: 'user_leave_org' }))).warnings).toHaveLength(1);
  });

  it('is taken once, in its time, with its signature', async () => {
    const setup = setupWith();
    const one = sent({ EventType: 'check_url' });
    expect(await codeOf(one, setup)).toBe('taken');
    expect(await codeOf(one, setup)).toBe('401 answer.replayed');
    expect(await codeOf(sent({}, NOW - hour - 1))).toBe('401 answer.not_timely');
    expect(await codeOf(sent({}, NOW + hour + 1))).toBe('401 answer.not_timely');
    expect(await codeOf(sent({}, NOW, { nonce: 'other' }))).toBe('401 answer.not_authentic');
  });

  it.each([{ eventToken: '' }, { aesKey: 'short' }])('needs %j to be told', async (missing) => {
    const credential = { ...CREDENTIAL, ...missing };
    expect(await codeOf(sent({}), setupWith({ credential }))).toBe('401 answer.no_secret');
  });
});
