import { STATUS_CODES } from 'node:http';
import { type Call, type Called, callBack } from '../../people/call-back';
import type { Server } from '../server';
import { concealedJson } from './concealed';

/** `ServiceSettings.OutgoingIntegrationRequestsTimeout`, as it is unless somebody changes it. */
const PATIENCE_MS = 30_000;
/** `MaxIntegrationResponseSize` in server/channels/app/integration_action.go; the rest is cut off. */
const LONGEST_ANSWER = 1_048_576;

type Asked = Omit<Call, 'platform' | 'patienceMs'> & { shown: string };

/** Calls an app, unless this server may not; without a status there is a reason. */
export async function callApp({ settings, allowed }: Server, asked: Asked): Promise<Called> {
  const { desk } = settings;
  const reason = allowed.objection(asked.url);
  const call = { ...asked, platform: 'mattermost', shownAnswer: concealedJson };
  if (reason === undefined) {
    const called = await callBack(desk, { ...call, patienceMs: PATIENCE_MS });
    return { ...called, body: cut(called.body) };
  }
  const { platform, kind, url, shown: body, by = null } = call;
  const origin = URL.canParse(url) ? new URL(url).origin : url;
  const entry = {
    platform,
    kind,
    by,
    url: origin,
    body,
    status: null,
    answer: null,
    reason,
    ms: 0,
  };
  desk.journal.addCallback(entry);
  return { status: null, headers: {}, body: '', reason };
}

const cut = (body: string): string => Buffer.from(body).subarray(0, LONGEST_ANSWER).toString();

/** `404 Not Found` */
export const statusLine = (status: number): string => `${status} ${STATUS_CODES[status] ?? ''}`;

/** What stands in the log about a call that did not succeed. */
export function whyFailed({ status, reason }: Called): string | undefined {
  if (status === null) return reason ?? 'The app gave no answer.';
  return status === 200 ? undefined : `The app answered ${statusLine(status)}.`;
}
