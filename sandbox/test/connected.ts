import { type Running, runSandbox } from './running';
import { runTarget } from './target-server';

export const SECRET = 'correct-horse';

/** A sandbox whose on-call stand-in posts to a target that answers like this. */
export async function connected(status?: number, answer?: string) {
  const target = await runTarget(status, answer);
  const sandbox = await runSandbox({ target: { url: target.url, secret: SECRET } });
  return { target, sandbox };
}

export async function happen(sandbox: Running, eventType: string, alertId?: string) {
  const reply = await sandbox.post('/ilert/send', { eventType, alertId });
  return { status: reply.status, ...JSON.parse(reply.text) };
}
