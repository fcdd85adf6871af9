import { randomBytes } from 'node:crypto';
import { isObject } from '../../judging/shape';
import { callBack } from '../../people/call-back';
import { apps } from '../api/apps';
import type { World } from '../world';
import type { Told } from './called';
import { PATIENCE_MS } from './news';
import { tellAt } from './tell-at';
import { VERIFICATION_TOKEN } from './who';

/** What Slack asks of an address before it uses it. */
export class RequestUrls {
  readonly #world: World;
  readonly #results = new Map<string, { url: string; result: string; good: boolean }>();

  constructor(world: World) {
    this.#world = world;
  }

  async check(door: string): Promise<void> {
    const url = this.#world.desk.doors.address('slack', door);
    if (url === undefined) return;
    if (door === 'events') await this.#challenge(url);
    if (door === 'commands') await this.#checkSsl(url);
  }

  /** What came of it, in a few words. */
  resultOf(door: string): string | undefined {
    const known = this.#results.get(door);
    const url = this.#world.desk.doors.address('slack', door);
    return known && known.url === url ? known.result : undefined;
  }

  async isVerified(door: string): Promise<boolean> {
    if (this.resultOf(door) === undefined) await this.check(door);
    return this.resultOf(door) !== undefined && this.#results.get(door)?.good === true;
  }

  /** https://docs.slack.dev/reference/events/url_verification */
  async #challenge(url: string): Promise<void> {
    const challenge = randomBytes(24).toString('hex');
    const payload = { token: VERIFICATION_TOKEN, challenge, type: 'url_verification' };
    const [app] = apps;
    if (!app) return;
    const news = { door: 'events', kind: 'url_verification', payload } as const;
    const told = await tellAt(this.#world, app, news, url);
    const good = told.trouble === undefined && challengeIn(told) === challenge;
    this.#results.set('events', { url, good, result: good ? 'Verified' : complaintAbout(told) });
  }

  /** https://docs.slack.dev/interactivity/implementing-slash-commands: it is not signed. */
  async #checkSsl(url: string): Promise<void> {
    const fields = { ssl_check: '1', token: VERIFICATION_TOKEN };
    const { status, reason } = await callBack(this.#world.desk, {
      platform: 'slack',
      kind: 'ssl_check',
      url,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
      shown: 'ssl_check=1',
      patienceMs: PATIENCE_MS,
    });
    const good = status === 200;
    const result = good ? 'Answers' : (reason ?? `It answered ${status} to ssl_check.`);
    this.#results.set('commands', { url, good, result });
  }
}

/** As text, as a form, or as JSON. */
function challengeIn({ body }: Told): unknown {
  try {
    const value: unknown = JSON.parse(body);
    return isObject(value) ? value.challenge : body.trim();
  } catch {
    return new URLSearchParams(body).get('challenge') ?? body.trim();
  }
}

function complaintAbout({ trouble, reason, status }: Told): string {
  if (reason !== null) return reason;
  if (trouble === 'status') return `Your URL responded with an HTTP error: ${status}.`;
  return "Your URL didn't respond with the value of the challenge parameter.";
}
