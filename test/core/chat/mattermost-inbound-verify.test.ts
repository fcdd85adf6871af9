import { describe, expect, it } from '@jest/globals';
import { hmacOfLines, isSame } from '../../../core/http/verify/hmac';
import { Replays } from '../../../core/http/verify/replays';
import vectors from './mattermost-inbound.vectors.json';
import {
  button,
  command,
  form,
  json,
  pressing,
  receive,
  setupWith,
  TOKEN,
} from './mattermost-inbound-world';

describe('the token of a command', () => {
  it.each(vectors.commands)('$what', async ({ what, good, token, authorization, body }) => {
    const commandToken = what === 'another last letter' ? TOKEN : token;
    const headers = { Authorization: authorization };
    const setup = setupWith({ credential: { commandToken } });
    const read = await receive({ headers, query: {}, rawBody: Buffer.from(body) }, setup);
    expect(read.ok).toBe(good);
    if (!read.ok) expect(read.status).toBe(401);
  });

  it.each([
    ['in both places', { token: TOKEN }, `Token ${TOKEN}`, true],
    ['in the form only', { token: TOKEN }, undefined, true],
    ['in the header only', {}, `Token ${TOKEN}`, true],
    ['beside the password of a proxy', { token: TOKEN }, 'Basic dTpw', true],
    ['wrong in the form', { token: `${TOKEN}x` }, `Token ${TOKEN}`, false],
    ['wrong in the header', { token: TOKEN }, 'Token x', false],
    ['empty in the form', { token: '' }, `Token ${TOKEN}`, false],
    ['empty in the header', { token: TOKEN }, 'Token ', false],
    ['nowhere', {}, undefined, false],
    ['with another word', {}, `Bearer ${TOKEN}`, false],
  ])('%s', async (_, token, authorization, good) => {
    const { token: _t, ...fields } = command('accept 4711');
    const sent = form({ ...fields, ...(token as Record<string, string>) });
    const headers = authorization === undefined ? {} : { authorization };
    expect((await receive({ ...sent, headers })).ok).toBe(good);
  });

  it('stands in the form once, or the same each time', async () => {
    const sent = form(command('accept 4711'));
    const rawBody = Buffer.from(`token=other&${sent.rawBody}`);
    expect((await receive({ ...sent, rawBody })).ok).toBe(false);
  });

  it('is one of several', async () => {
    const credential = { commandToken: `one, ${TOKEN}\ntwo` };
    for (const [token, good] of [
      ['one', true],
      ['two', true],
      ['one,', false],
      ['', false],
    ] as const) {
      const sent = form(command('accept 4711', { token }), `Token ${token}`);
      expect((await receive(sent, setupWith({ credential }))).ok).toBe(good);
    }
  });

  it('not set up, nothing is taken', async () => {
    for (const commandToken of ['', ' , ']) {
      const sent = form(command('accept 4711', { token: '' }), 'Token ');
      const read = await receive(sent, setupWith({ credential: { commandToken } }));
      expect(read).toMatchObject({ status: 401, code: 'answer.no_secret' });
    }
  });

  it('in an address is not taken', async () => {
    const sent = { headers: {}, query: command('accept 4711'), rawBody: '' };
    expect(await receive(sent)).toMatchObject({ ok: false, code: 'answer.get' });
  });
});

describe('what proves a click', () => {
  it.each(vectors.signatures)(
    'is made as documented: $what',
    ({ what, good, secret, alert, action, exp, sig, now }) => {
      const made = hmacOfLines(secret, ['v1', alert, action, String(exp)]).toString('hex');
      expect(isSame(made, sig) && now < exp).toBe(good);
      expect(isSame(made, sig)).toBe(what !== 'for another action');
    },
  );

  it.each([
    ['no button', undefined],
    ['text', 'no.token'],
    ['another installation', button('accept', {}, 'a key of another installation, 22222')],
    ['one letter more', `${button()}x`],
    ['a value that is no text', { toString: 1 }],
  ])('is not %s: nothing of it goes any further', async (_, token) => {
    const read = await receive(json(pressing(token)));
    expect(read).toEqual({
      ok: false,
      status: 401,
      code: 'answer.not_authentic',
      reason: expect.any(String),
    });
  });

  it('is good as long as its key is the current or the previous one', async () => {
    const key = 'a newer key that nobody could guess, 2';
    const keys = { key, previousKey: 'a key that nobody could ever guess, 1' };
    expect((await receive(json(pressing(button())), setupWith({ keys }))).ok).toBe(true);
    const rotated = await receive(json(pressing(button())), setupWith({ keys: { key } }));
    expect(rotated.ok).toBe(false);
  });

  it('is good once with one click, and again with the next', async () => {
    const setup = setupWith({ replays: new Replays() });
    const click = pressing(button());
    expect((await receive(json(click), setup)).ok).toBe(true);
    const again = await receive(json(click), setup);
    expect(again).toMatchObject({ status: 401, code: 'answer.replayed' });
    const written = { ...json(click), rawBody: JSON.stringify(click, null, 1) };
    expect(await receive(written, setup)).toMatchObject({ code: 'answer.replayed' });
    const next = json({ ...click, trigger_id: 'bmV4dA==' });
    expect((await receive(next, setup)).ok).toBe(true);
  });

  it('that is none leaves no trace in the memory of what came', async () => {
    const setup = setupWith({ replays: new Replays() });
    expect((await receive(json(pressing('no.token')), setup)).ok).toBe(false);
    expect((await receive(json(pressing(button())), setup)).ok).toBe(true);
  });

  it('commands are taken once, too', async () => {
    const setup = setupWith({ replays: new Replays() });
    expect((await receive(form(command('accept 1')), setup)).ok).toBe(true);
    const again = await receive(form(command('accept 1')), setup);
    expect(again).toMatchObject({ status: 401, code: 'answer.replayed' });
  });
});
