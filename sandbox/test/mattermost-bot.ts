import { mattermost } from '../mattermost';
import type { Desk } from '../server/desk';
import { type Reply, type Running, runSandbox, send } from './running';

export interface BotAtWork {
  sandbox: Running;
  call(verb: string, path: string, body?: unknown): Promise<Reply>;
  /** Calls with an object as the answer. */
  ask(verb: string, path: string, body?: unknown): Promise<Record<string, unknown>>;
  channel(name: string): string;
}

/** A bot of the sandbox's Mattermost, with its token. */
export async function mattermostBot(name = 'alertwire', running?: Running): Promise<BotAtWork> {
  const sandbox = running ?? (await runSandbox());
  const bot = sandbox.bots.find((one) => one.platform === 'mattermost' && one.name === name);
  const headers = { authorization: `Bearer ${bot?.credential.accessToken}` };
  const call = (verb: string, path: string, body?: unknown) =>
    send(`${bot?.baseUrl}/api/v4${path}`, {
      method: verb,
      headers,
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  return {
    sandbox,
    call,
    ask: async (verb, path, body) => JSON.parse((await call(verb, path, body)).text),
    channel: (wanted) => bot?.channels.find((one) => one.name === wanted)?.id ?? '',
  };
}

/** A server by itself, at a time that stands still or goes by hand. */
export const serverAt = (now: () => number, rateWindowScale = 1) =>
  mattermost.open({ rateWindowScale, now, desk: { now } as Desk });

/** Status and id of an error. */
export function refusal({ status, text }: Reply): [number, string] {
  return [status, (JSON.parse(text) as { id: string }).id];
}

/** A bot that has posted to `ops-alerts`. */
export async function botWithPost(message = 'Checkout is down') {
  const bot = await mattermostBot();
  const channel_id = bot.channel('ops-alerts');
  const post = await bot.ask('POST', '/posts', { channel_id, message });
  return { ...bot, channel_id, id: String(post.id), post };
}

export const NO_PERMISSION = [403, 'api.context.permissions.app_error'];
export const UNKNOWN = 'nobodyknowsthisidnobodykno';
