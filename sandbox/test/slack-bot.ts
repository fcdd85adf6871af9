import type { Bot } from '../platform';
import { type Running, send } from './running';

export interface Answer {
  ok: boolean;
  error?: string;
  ts?: string;
  [name: string]: unknown;
}

export interface SlackBot extends Bot {
  /** A call with JSON, as most programs make it. */
  call(method: string, args?: object): Promise<Answer>;
  channel(name: string): string;
}

/** One of the sandbox's Slack apps, ready to be called. */
export function slackBot(sandbox: Running, name = 'Alertwire'): SlackBot {
  const bot = sandbox.bots.find((one) => one.platform === 'slack' && one.name === name);
  if (!bot) throw new Error(`The sandbox has no app ${name}.`);
  const headers = {
    authorization: `Bearer ${bot.credential.botToken}`,
    'content-type': 'application/json; charset=utf-8',
  };
  return {
    ...bot,
    call: async (method, args = {}) => {
      const init = { method: 'POST', headers, body: JSON.stringify(args) };
      return JSON.parse((await send(`${bot.baseUrl}/${method}`, init)).text);
    },
    channel: (called) => bot.channels.find((one) => one.name === called)?.id ?? '',
  };
}
