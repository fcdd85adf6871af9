import { type Running, runSandbox } from './running';
import { runTarget } from './target-server';

export const SECRET = 'correct-horse';

/** A sandbox whose on-call stand-ins post to a target that answers like this. */
export async function connected(status?: number, answer?: string) {
  const target = await runTarget(status, answer);
  const sandbox = await runSandbox({ target: { url: target.url, secret: SECRET } });
  return { target, sandbox };
}

/** Lets an event happen at one on-call stand-in. */
export const happenAt =
  (platform: string) => async (sandbox: Running, eventType: string, alertId?: string) => {
    const reply = await sandbox.post(`/${platform}/send`, { eventType, alertId });
    return { status: reply.status, ...JSON.parse(reply.text) };
  };
