import {
  type FaultRequest,
  type Hook,
  type Message,
  startSandbox,
  type WireEntry,
} from '../../../sandbox/index';

/** The sandbox's Slack, and what it saw. */
export interface SlackView {
  readonly webhookUrl: string;
  hook(channel: string): string;
  messages(): Promise<Message[]>;
  requests(): Promise<WireEntry[]>;
  fail(fault: FaultRequest): Promise<void>;
  reset(): Promise<void>;
}

export interface SlackSandbox extends SlackView {
  close(): Promise<void>;
}

export async function startSlack(): Promise<SlackSandbox> {
  const sandbox = await startSandbox({ port: 0, rateWindowScale: 0 });
  return { ...(await slackAt(sandbox.url)), close: () => sandbox.close() };
}

/** The same of a sandbox that runs already. */
export async function slackAt(url: string): Promise<SlackView> {
  const hooks = await get<Hook[]>(`${url}/inspect/hooks`);
  const hook = (channel: string) => urlOf(hooks, channel);
  return {
    webhookUrl: hook('#ops-alerts'),
    hook,
    messages: () => get(`${url}/inspect/messages?platform=slack`),
    requests: () => get(`${url}/inspect/requests`),
    fail: (fault) => post(`${url}/inspect/faults`, fault),
    reset: () => post(`${url}/inspect/reset`, {}),
  };
}

const urlOf = (hooks: readonly Hook[], channel: string): string => {
  const found = hooks.find((hook) => hook.channel === channel);
  if (!found) throw new Error(`The sandbox has no channel ${channel}.`);
  return found.url;
};

const get = async <T>(url: string): Promise<T> => (await fetch(url)).json() as Promise<T>;

async function post(url: string, body: object): Promise<void> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`The sandbox answered ${answer.status}: ${await answer.text()}`);
}
