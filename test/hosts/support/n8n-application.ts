import { N8nSession, type Person } from './n8n-session';
import { type Served, serve } from './served';

export interface N8nApplication extends Served {
  readonly owner: Person;
  readonly session: N8nSession;
  /** Where the example takes its webhook. */
  readonly webhookUrl: string;
  /** What ilert has to send. */
  readonly secret: string;
}

/** The real n8n as `npm run start:n8n` serves it, with its owner signed in. */
export async function startN8n(environment: Record<string, string> = {}): Promise<N8nApplication> {
  const served = await serve('serve-n8n.mjs', environment);
  const [, email, password] = /Sign in as (\S+) with (\S+)\. /.exec(served.output()) ?? [];
  const owner = { email, password };
  const session = await N8nSession.signIn(served.url, owner);
  const [webhookUrl] = served.tryLine.split(' ').slice(-1);
  const [, secret] = /X-Alertwire-Secret: ([^']+)'/.exec(served.tryLine) ?? [];
  return { ...served, owner, session, webhookUrl, secret };
}
