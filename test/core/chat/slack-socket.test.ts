import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { SocketRules } from '../../../core/chat/platform';
import { authenticate } from '../../../core/chat/slack/auth';
import { inbound } from '../../../core/chat/slack/inbound/index';
import { Replays } from '../../../core/http/verify/replays';
import { PATIENCE_MS, RUNS } from './hostile-callbacks';
import { button, command, pressing, saying, setupWith } from './slack-inbound-world';
import { json, shown, taken } from './steps';

const { connect, frame, renewMs } = inbound.socket as SocketRules;

const CREDENTIAL = { accessToken: 'xoxb-1-abcdef', appToken: 'xapp-1-A1-2-abc' };
const TICKET = 'wss://wss-primary.slack.com/link/?ticket=abc&app_id=1';

describe('a connection', () => {
  it('is asked for with the token of the app, not with that of its bot', async () => {
    const { result, requests } = await taken(
      connect(CREDENTIAL),
      json(200, { ok: true, url: TICKET }),
    );
    expect(result).toEqual({ url: TICKET });
    expect(requests.map(shown)).toEqual([{ does: 'POST /apps.connections.open', body: {} }]);
    const [sent] = requests.map((request) => authenticate(request, CREDENTIAL));
    expect(sent).toMatchObject({
      url: 'https://slack.com/api/apps.connections.open',
      headers: { authorization: 'Bearer xapp-1-A1-2-abc' },
    });
    const other = authenticate({ ...sent, url: '/views.open', headers: {} }, CREDENTIAL);
    expect(other.headers).toEqual({ authorization: 'Bearer xoxb-1-abcdef' });
  });

  it('needs that token', async () => {
    const { result, requests } = await taken(connect({ accessToken: 'xoxb-1' }), json(200, {}));
    expect(result).toMatchObject({ problem: { code: 'slack.no_app_token' } });
    expect(requests).toEqual([]);
  });

  it.each([
    'https://wss-primary.slack.com/',
    'ws://wss-primary.slack.com/',
    'wss://evil.example/?slack.com',
    'wss://slack.com.evil.example/',
    'wss://wss-primary.slack.com@evil.example/',
    'wss://wss-primary.slack.com:444/',
    'wss:\\\\evil.example',
    '',
    undefined,
    7,
  ])('is opened to Slack only: %s', async (url) => {
    const { result } = await taken(connect(CREDENTIAL), json(200, { ok: true, url }));
    expect(result).toMatchObject({ problem: { code: 'slack.unexpected_answer' } });
  });

  it('is opened to where the API of the credential is', async () => {
    const credential = { ...CREDENTIAL, baseUrl: 'http://127.0.0.1:8080/slack/api' };
    const own = 'ws://127.0.0.1:8080/slack/socket?ticket=1';
    const { result } = await taken(connect(credential), json(200, { ok: true, url: own }));
    expect(result).toEqual({ url: own });
    const gov = 'wss://wss-primary.slack-gov.com/link';
    const { result: ours } = await taken(connect(CREDENTIAL), json(200, { ok: true, url: gov }));
    expect(ours).toEqual({ url: gov });
  });

  it.each(['invalid_auth', 'not_allowed_token_type', 'missing_scope'])(
    'refused as %s, the advice is about the right token',
    async (error) => {
      const { result } = await taken(connect(CREDENTIAL), json(200, { ok: false, error }));
      expect(result).toMatchObject({
        problem: { code: `slack.${error}`, hint: expect.stringContaining('connections:write') },
      });
    },
  );

  it('is renewed before the chat ends it', () => expect(renewMs).toBe(30 * 60_000));
});

const setup = (changes = {}) => setupWith({ credential: CREDENTIAL, ...changes });
const envelope = (type: string, payload: unknown, more: object = {}) =>
  JSON.stringify({ envelope_id: 'e1', type, payload, accepts_response_payload: true, ...more });

describe('a frame', () => {
  it('with a click is acknowledged, and is a command', () => {
    const { reply, inbound: read } = frame(envelope('interactive', pressing(button())), setup());
    expect(JSON.parse(reply ?? '')).toEqual({ envelope_id: 'e1' });
    expect(read?.commands).toMatchObject([{ action: 'accept', alert: { id: '4711' } }]);
  });

  it('with a command that is not understood is answered in the acknowledgement', () => {
    const { reply, inbound: read } = frame(envelope('slash_commands', command('')), setup());
    const { envelope_id, payload } = JSON.parse(reply ?? '');
    expect([envelope_id, payload.response_type]).toEqual(['e1', 'ephemeral']);
    expect(payload.text).toContain('/alert accept');
    expect(read?.commands).toEqual([]);
    const closed = envelope('slash_commands', command(''), { accepts_response_payload: false });
    expect(JSON.parse(frame(closed, setup()).reply ?? '')).toEqual({ envelope_id: 'e1' });
  });

  it('with an event is a line, and not a second time', () => {
    const settings = setup({ replays: new Replays() });
    const told = (id: string) =>
      frame(envelope('events_api', saying('accept 4711'), { envelope_id: id }), settings);
    expect(told('e1').inbound?.commands).toHaveLength(1);
    expect(told('e1')).toEqual({ reply: '{"envelope_id":"e1"}' });
    expect(told('e2')).toMatchObject({ reply: '{"envelope_id":"e2"}', inbound: { commands: [] } });
  });

  it.each([
    ['hello', { type: 'hello', num_connections: 1 }, {}],
    ['a warning', { type: 'disconnect', reason: 'warning' }, { end: 'reconnect' }],
    ['a renewal', { type: 'disconnect', reason: 'refresh_requested' }, { end: 'reconnect' }],
    ['the end', { type: 'disconnect', reason: 'link_disabled' }, { end: 'refused' }],
    ['nothing', null, {}],
    ['an id that is none', { type: 'interactive', envelope_id: 7 }, {}],
  ])('that says %s', (_, told, meaning) => {
    expect(frame(JSON.stringify(told), setup())).toEqual(meaning);
  });

  it('of another kind is acknowledged, with a warning', () => {
    const { reply, inbound: read } = frame(envelope('functions', {}), setup());
    expect(JSON.parse(reply ?? '')).toEqual({ envelope_id: 'e1' });
    expect(read?.warnings).toHaveLength(1);
  });

  it(
    'never throws, whatever it is',
    () => {
      const type = fc.constantFrom('interactive', 'slash_commands', 'events_api', 'hello', 'x');
      const payload = fc.oneof(
        fc.jsonValue({ maxDepth: 4 }),
        fc.constantFrom(pressing(button()), command('accept 1'), saying('accept 1')),
      );
      fc.assert(
        fc.property(type, payload, fc.string(), (kind, told, text) => {
          frame(envelope(kind, told), setup());
          frame(text, setup());
        }),
        { numRuns: RUNS },
      );
      const deep = `{"envelope_id":"e","type":"interactive","payload":${'['.repeat(100_000)}`;
      expect(frame(deep, setup())).toEqual({});
      expect(frame(`${deep}${']'.repeat(100_000)}}`, setup()).reply).toBe('{"envelope_id":"e"}');
    },
    PATIENCE_MS,
  );
});
