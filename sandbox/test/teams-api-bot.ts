import type { SandboxOptions } from '../index';
import { type Reply, type Running, runSandbox, send } from './running';

export interface BotAtWork {
  sandbox: Running;
  token: string;
  call(verb: string, path: string, body?: unknown): Promise<Reply>;
  /** Calls with an object as the answer. */
  ask(verb: string, path: string, body?: unknown): Promise<Record<string, unknown>>;
  /** The id of a channel, or of a person in Microsoft Entra. */
  id(name: string): string;
  post(channel: string, activity?: object): Promise<Reply>;
  /** The id of the chat with one person. */
  chat(name: string): Promise<string>;
}

export const TEXT = { type: 'message', text: 'Checkout is down' };
export const CONNECTOR = 'https://api.botframework.com/.default';

export function botCalled(sandbox: Running, name: string) {
  const bot = sandbox.bots.find((one) => one.platform === 'teams' && one.name === name);
  if (!bot) throw new Error(`Nobody is called ${name}.`);
  const { appId = '', clientSecret = '', tenantId = '', loginUrl = '' } = bot.credential;
  return { ...bot, appId, clientSecret, tenantId, loginUrl };
}

/** Asks the login for a token, with what is told instead of the bot's own. */
export function logIn(sandbox: Running, name: string, told: Record<string, string> = {}) {
  const { appId, clientSecret, tenantId, loginUrl } = botCalled(sandbox, name);
  const { tenant = tenantId, ...changes } = told;
  const form = {
    grant_type: 'client_credentials',
    client_id: appId,
    client_secret: clientSecret,
    scope: CONNECTOR,
    ...changes,
  };
  const body = new URLSearchParams(Object.entries(form).filter(([, value]) => value !== ''));
  return send(`${loginUrl}/${tenant}/oauth2/v2.0/token`, { method: 'POST', body });
}

/** A bot of the sandbox's Teams, with a fresh token. */
export async function teamsBot(
  name = 'Alertwire',
  running?: Running,
  told: Record<string, string> = {},
): Promise<BotAtWork> {
  const sandbox = running ?? (await runSandbox());
  const bot = botCalled(sandbox, name);
  const { access_token: token } = JSON.parse((await logIn(sandbox, name, told)).text) as {
    access_token: string;
  };
  const call = (verb: string, path: string, body?: unknown) =>
    send(`${bot.baseUrl}/v3${path}`, {
      method: verb,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  const ask = async (verb: string, path: string, body?: unknown) =>
    JSON.parse((await call(verb, path, body)).text) as Record<string, unknown>;
  const id = (wanted: string) => bot.channels.find((one) => one.name === wanted)?.id ?? '';
  const chat = async (person: string) => {
    const members = [{ id: id(person) }];
    const asked = { members, channelData: { tenant: { id: TENANT } } };
    return String((await ask('POST', '/conversations', asked)).id);
  };
  const post = (channel: string, activity: object = TEXT) =>
    call('POST', at(id(channel)), activity);
  return { sandbox, token, call, ask, id, post, chat };
}

export const TENANT = '5a4d0b0e-0000-4000-8000-00007e4a4701';

/** Where the messages of a conversation are, or one of them. */
export function at(conversation: string, activity = ''): string {
  const path = `/conversations/${encodeURIComponent(conversation)}/activities`;
  return activity === '' ? path : `${path}/${activity}`;
}

/** Status and code of an error. */
export function refusal({ status, text }: Reply): [number, string] {
  const { error } = JSON.parse(text) as { error?: { code: string } };
  return [status, error?.code ?? ''];
}

export const idIn = ({ text }: Reply): string => (JSON.parse(text) as { id: string }).id;

/** A bot in a sandbox of this clock. */
export async function botAt(options: SandboxOptions): Promise<BotAtWork> {
  return teamsBot('Alertwire', await runSandbox(options));
}
