import type { HttpAnswer, HttpRequest } from '../../../core/http/types';
import type { Clock, Http } from '../../../core/ports';
import { answer } from './world';

export interface Call {
  readonly at: number;
  readonly method: string;
  readonly body: Readonly<Record<string, unknown>>;
}

interface Message {
  readonly ts: string;
  readonly body: Readonly<Record<string, unknown>>;
}

type Trouble = (call: Call) => 'lost' | 'lost-before' | HttpAnswer | undefined;

/** As much of Slack's Web API as cards need, in memory, for a simulated clock. */
export const slackWorld = (clock: Clock) => {
  const calls: Call[] = [];
  const messages = new Map<string, Message>();
  let count = 0;
  let trouble: Trouble = () => undefined;
  const ok = (body: object) => answer(200, JSON.stringify({ ok: true, ...body }));
  const no = (error: string) => answer(200, JSON.stringify({ ok: false, error }));

  const methods: Record<string, (body: Call['body']) => HttpAnswer> = {
    'chat.postMessage': (body) => {
      count += 1;
      const ts = `${Math.floor(clock.now() / 1000)}.${String(count).padStart(6, '0')}`;
      messages.set(ts, { ts, body });
      return ok({ channel: 'C1', ts, message: { ts } });
    },
    'chat.update': (body) => {
      const ts = String(body.ts);
      const known = messages.get(ts);
      if (!known) return no('message_not_found');
      messages.set(ts, { ts, body: { ...known.body, ...body } });
      return ok({ channel: 'C1', ts });
    },
    'conversations.history': ({ oldest = 0 }) => {
      const since = [...messages.values()].filter(({ ts }) => Number(ts) >= Number(oldest));
      return ok({ messages: since.map(({ ts, body }) => ({ ts, ...body })) });
    },
    'users.lookupByEmail': (body) => ok({ user: { id: 'U0ADA', ...body } }),
  };

  const http: Http = async ({ url, body = '', ...rest }: HttpRequest) => {
    const method = /\/([\w.]+)(?:\?|$)/.exec(url)?.[1] ?? url;
    const given = body.startsWith('{')
      ? JSON.parse(body)
      : Object.fromEntries(new URLSearchParams(body || url.split('?')[1]));
    const call = { at: clock.now(), method, body: given };
    calls.push(call);
    const wrong = trouble(call);
    if (wrong === 'lost-before') return { failed: 'answer-lost', code: 'ECONNRESET' };
    if (typeof wrong === 'object') return wrong;
    const found = methods[method];
    const given_ = found ? found(given) : no(`unknown_method ${method} ${rest.method}`);
    return wrong === 'lost' ? { failed: 'answer-lost', code: 'ECONNRESET' } : given_;
  };
  const cards = () => [...messages.values()].filter(({ body }) => body.thread_ts === undefined);
  return {
    http,
    calls,
    messages,
    cards,
    replies: () => [...messages.values()].filter(({ body }) => body.thread_ts !== undefined),
    troubled: (given: Trouble) => {
      trouble = given;
    },
    of: (method: string) => calls.filter((call) => call.method === method),
  };
};
