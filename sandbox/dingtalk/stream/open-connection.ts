import { jsonText } from '../../judging/answers';
import { isObject, type JsonObject, textOf } from '../../judging/shape';
import type { Answer, Verdict, WireRequest } from '../../platform';
import { apps } from '../api/apps';
import { readBody } from '../api/body';
import { conceal } from '../api/conceal';
import { refuse } from '../api/refusal';
import type { Tickets } from './tickets';

const TYPES: readonly unknown[] = ['EVENT', 'CALLBACK'];

/** https://opensource.dingtalk.com/developerpedia/docs/learn/stream/protocol */
export function answerOpenConnection(
  request: WireRequest,
  { tickets, endpoint }: { tickets: Tickets; endpoint: string },
): Verdict {
  const read = readBody(request);
  if ('objection' in read) return refuse(read.objection);
  const { clientId, clientSecret, subscriptions } = read.args;
  const payload = conceal(read.args, ['clientSecret']);
  const app = apps.find((one) => one.clientId === clientId);
  if (!app || app.clientSecret !== textOf(clientSecret)) {
    const reason = app ? `The clientSecret is not the one of ${app.name}.` : 'No such clientId.';
    return refuse({ code: 'authFailed', reason }, payload);
  }
  if (!areSubscriptions(subscriptions)) {
    const reason = 'The subscriptions are no list of { type, topic } of EVENT and CALLBACK.';
    return refuse({ code: 'invalidParameter.subscriptions', reason }, payload);
  }
  const callbacks = subscriptions.filter(({ type }) => type === 'CALLBACK');
  const ticket = tickets.issue({ app, topics: callbacks.map(({ topic }) => textOf(topic)) });
  return { verdict: 'accepted', payload, answer: given(request, endpoint, ticket) };
}

function areSubscriptions(value: unknown): value is JsonObject[] {
  if (!Array.isArray(value) || value.length === 0) return false;
  return value.every(
    (one) => isObject(one) && TYPES.includes(one.type) && textOf(one.topic) !== '',
  );
}

/** Who does not ask for JSON gets XML: so the SDK says. What it looks like is not documented. */
function given({ headers }: WireRequest, endpoint: string, ticket: string): Answer {
  if (headers.accept?.includes('application/json')) {
    const shown = JSON.stringify({ endpoint, ticket: '…' });
    return { ...jsonText(200, { endpoint, ticket }), shown };
  }
  const xml = (each: string) =>
    `<OpenConnectionResponse><endpoint>${endpoint}</endpoint><ticket>${each}</ticket></OpenConnectionResponse>`;
  const type = { 'content-type': 'application/xml;charset=utf-8' };
  return { status: 200, headers: type, body: xml(ticket), shown: xml('…') };
}
