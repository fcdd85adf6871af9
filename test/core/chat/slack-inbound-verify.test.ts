import { describe, expect, it } from '@jest/globals';
import { Replays } from '../../../core/http/verify/replays';
import vectors from './slack-inbound.vectors.json';
import {
  button,
  command,
  form,
  interaction,
  NOW,
  pressing,
  receive,
  SECRET,
  setupWith,
  signed,
} from './slack-inbound-world';

const { isValidSlackRequest } = require('@slack/bolt/dist/receivers/verify-request') as {
  isValidSlackRequest(options: object): boolean;
};

/** Bolt takes what comes from the future, and a signature with something behind it. */
const LAX: readonly string[] = ['from the future'];

describe('the signature of a request', () => {
  it.each(vectors.requests)('$what', async ({ what, good, timestamp, signature, body, now }) => {
    const headers = { 'X-Slack-Request-Timestamp': timestamp, 'X-Slack-Signature': signature };
    const credential = { signingSecret: vectors.secret };
    const setup = setupWith({ credential, clock: { now: () => now } });
    const read = await receive({ headers, query: {}, rawBody: Buffer.from(body) }, setup);
    expect(read.ok || read.status === 400).toBe(good);
    const byBolt = isValidSlackRequest({
      signingSecret: vectors.secret,
      body,
      headers: {
        'x-slack-signature': signature,
        'x-slack-request-timestamp': timestamp === 'abc' ? Number.NaN : Number(timestamp),
      },
      nowMilliseconds: now,
    });
    expect(byBolt).toBe(LAX.includes(what) || good);
  });

  it('is looked for once only, whoever joined the headers', async () => {
    const one = signed(form(command('accept 4711')));
    const signature = String(one.headers['x-slack-signature']);
    for (const twice of [[signature, signature], `${signature}, ${signature}`]) {
      const headers = { ...one.headers, 'x-slack-signature': twice };
      expect(await receive({ ...one, headers })).toMatchObject({ code: 'answer.not_authentic' });
    }
  });

  it.each([
    [-300_000, true],
    [-300_001, false],
    [300_000, true],
    [300_001, false],
  ])('counts from %i ms on: %s', async (offset, good) => {
    const clock = { now: () => NOW + offset };
    const read = await receive(signed(form(command('accept 4711')), NOW), setupWith({ clock }));
    expect(read).toMatchObject(good ? { ok: true } : { code: 'answer.not_timely', status: 401 });
  });

  it('without a secret nothing is taken', async () => {
    for (const signingSecret of ['', ' ', ',', undefined]) {
      const credential = {
        accessToken: 'x',
        ...(signingSecret !== undefined && { signingSecret }),
      };
      const sent = signed('ssl_check=1', NOW, '');
      const read = await receive(sent, setupWith({ credential }));
      expect(read).toMatchObject({ ok: false, status: 401, code: 'answer.no_secret' });
    }
  });

  it('is taken by each of several secrets while one is changed', async () => {
    const credential = { signingSecret: `new-secret, ${SECRET}` };
    for (const [secret, good] of [
      ['new-secret', true],
      [SECRET, true],
      ['other', false],
    ] as const) {
      const sent = signed(form(command('accept 4711')), NOW, secret);
      expect((await receive(sent, setupWith({ credential }))).ok).toBe(good);
    }
  });

  it('is good once', async () => {
    const setup = setupWith({ replays: new Replays() });
    const sent = interaction(pressing(button()));
    expect(await receive(sent, setup)).toMatchObject({ ok: true });
    const again = await receive(sent, setup);
    expect(again).toMatchObject({ ok: false, status: 401, code: 'answer.replayed' });
  });

  it('of somebody else leaves no trace in the memory of what came', async () => {
    const setup = setupWith({ replays: new Replays() });
    const good = signed(form(command('accept 4711')));
    const bad = { ...good, rawBody: Buffer.from(`${good.rawBody}&x=1`) };
    expect((await receive(bad, setup)).ok).toBe(false);
    expect((await receive(good, setup)).ok).toBe(true);
  });

  it('is about the bytes: the same fields in another order are another request', async () => {
    const sent = signed(form(command('accept 4711')));
    const again = form(Object.fromEntries(new URLSearchParams(String(sent.rawBody)).entries()));
    const turned = [...new URLSearchParams(again)].reverse();
    const rawBody = Buffer.from(new URLSearchParams(turned).toString());
    expect(await receive({ ...sent, rawBody })).toMatchObject({ code: 'answer.not_authentic' });
  });
});

describe('what needs no signature', () => {
  it.each(['ssl_check=1&token=x', 'token=x&ssl_check=1&command=%2Falert&text=accept+4711'])(
    'a look at the certificate: %s',
    async (body) => {
      const read = await receive({ headers: {}, query: {}, rawBody: Buffer.from(body) });
      expect(read).toMatchObject({ ok: true, reply: { status: 200, body: '' }, commands: [] });
    },
  );

  it('the same by GET, or signed', async () => {
    const byGet = { headers: {}, query: { ssl_check: '1' }, rawBody: '' };
    const all = [byGet, signed('ssl_check=1&command=%2Falert&text=accept+4711')];
    for (const sent of all) {
      const read = await receive(sent);
      expect(read).toMatchObject({ ok: true, reply: { status: 200, body: '' }, commands: [] });
    }
  });
});
