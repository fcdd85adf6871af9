import { randomBytes } from 'node:crypto';
import type { JsonObject } from '../../judging/shape';
import { type SlackApp, TEAM } from '../api/apps';
import type { World } from '../world';
import type { Told, Trouble } from './called';
import type { RequestUrls } from './request-urls';
import { tell } from './tell';
import { VERIFICATION_TOKEN } from './who';

/** https://docs.slack.dev/apis/events-api/#retries: nearly at once, after a minute, after five. */
const RETRIES_MS = [0, 60_000, 300_000];
const LOOK_MS = 1000;

const REASONS: Record<Trouble, string> = {
  timeout: 'http_timeout',
  status: 'http_error',
  unreachable: 'connection_failed',
  nowhere: 'unknown_error',
};

interface Waiting {
  app: SlackApp;
  payload: JsonObject;
  by: string;
  retry: { number: number; reason: string };
  /** In milliseconds since 1970. */
  due: number;
}

/** What happens in the workspace, told to apps until they take it. */
export class Events {
  readonly #world: World;
  readonly #urls: RequestUrls;
  #waiting: Waiting[] = [];
  #look: NodeJS.Timeout | undefined;

  constructor(world: World, urls: RequestUrls) {
    this.#world = world;
    this.#urls = urls;
    world.desk.closing.addEventListener('abort', () => clearInterval(this.#look));
  }

  /** Fulfilled after the first retry; the later ones wait for their time. */
  async happen(app: SlackApp, event: JsonObject, by: string): Promise<void> {
    const { gateway, desk } = this.#world;
    if (!gateway.isOpen(app) && !(await this.#urls.isVerified('events'))) return;
    const payload = envelope(app, event, desk.now());
    this.#after(await this.#tell({ app, payload, by }), { app, payload, by }, 0);
    await this.retryDue();
  }

  /** Tells again what is due by now. */
  async retryDue(): Promise<number> {
    const now = this.#world.desk.now();
    const due = this.#waiting.filter((one) => one.due <= now);
    this.#waiting = this.#waiting.filter((one) => one.due > now);
    for (const one of due) this.#after(await this.#tell(one), one, one.retry.number);
    return due.length;
  }

  clear(): void {
    this.#waiting = [];
  }

  #tell({ app, payload, by, retry }: Omit<Waiting, 'due' | 'retry'> & Partial<Waiting>) {
    const kind = 'app_mention';
    const news = { door: 'events', kind, payload, by } as const;
    return tell(this.#world, app, retry ? { ...news, retry } : news);
  }

  /** An app that does not want to be told again says so in the head of its answer. */
  #after(told: Told, said: Pick<Waiting, 'app' | 'payload' | 'by'>, retries: number): void {
    const wait = RETRIES_MS[retries];
    if (told.trouble === undefined || wait === undefined) return;
    if (told.headers['x-slack-no-retry'] === '1') return;
    const { app, payload, by } = said;
    const retry = { number: retries + 1, reason: REASONS[told.trouble] };
    this.#waiting.push({ app, payload, by, retry, due: this.#world.desk.now() + wait });
    this.#look ??= setInterval(() => this.retryDue(), LOOK_MS).unref();
  }
}

/** https://docs.slack.dev/apis/events-api/#callback-field */
function envelope(app: SlackApp, event: JsonObject, now: number): JsonObject {
  const id = `Ev${randomBytes(5).toString('hex').toUpperCase()}`;
  return {
    token: VERIFICATION_TOKEN,
    team_id: TEAM.id,
    context_team_id: TEAM.id,
    context_enterprise_id: null,
    api_app_id: app.appId,
    event,
    type: 'event_callback',
    event_id: id,
    event_time: Math.floor(now / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: TEAM.id,
        user_id: app.userId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
    event_context: `4-${id}`,
  };
}
