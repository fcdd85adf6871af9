import {
  type FaultRequest,
  type Message,
  type Sandbox,
  startSandbox,
  type WireEntry,
} from '../../../sandbox/index';

/** The sandbox's Slack, and what it saw. */
export interface SlackSandbox {
  readonly webhookUrl: string;
  hook(channel: string): string;
  messages(): Promise<Message[]>;
  requests(): Promise<WireEntry[]>;
  fail(fault: FaultRequest): Promise<void>;
  reset(): Promise<void>;
  close(): Promise<void>;
}

export async function startSlack(): Promise<SlackSandbox> {
  const sandbox = await startSandbox({ port: 0, rateWindowScale: 0 });
  const hook = (channel: string) => urlOf(sandbox, channel);
  return {
    webhookUrl: hook('#ops-alerts'),
    hook,
    messages: () => get(`${sandbox.url}/inspect/messages`),
    requests: () => get(`${sandbox.url}/inspect/requests`),
    fail: (fault) => post(`${sandbox.url}/inspect/faults`, fault),
    reset: () => post(`${sandbox.url}/inspect/reset`, {}),
    close: () => sandbox.close(),
  };
}

const urlOf = ({ hooks }: Sandbox, channel: string): string => {
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
