import type { Steps } from '../http/steps';
import type { Credential } from '../http/types';
import type { Clock, Http } from '../ports';
import type { Problem } from '../problem';
import type { ListName, OnCallPage } from './lists';
import { accessOf } from './perform';
import type { Checked, OnCallPlatform } from './platform';
import { ON_CALL_PLATFORMS } from './registry';
import { troubleProblem } from './result';
import { runWithin } from './run';
import { safe } from './safe';
import { isTrouble, type Trouble, trouble } from './trouble';
import type { WebhookOrder, WebhookRules } from './webhook-rules';

interface Asking {
  readonly credential?: Credential | undefined;
  readonly http: Http;
  readonly clock: Clock;
}

type Answer<T> = T | { readonly problem: Problem };

/** One page of what can be picked at a platform. Never rejects. */
export const listOnCall = (
  platform: string,
  name: ListName,
  { search = '', cursor = '', ...asking }: Asking & { search?: string; cursor?: string },
): Promise<Answer<OnCallPage>> =>
  answerOf(platform, asking, ({ lists }) => lists[name]?.(search, cursor) ?? 'no_list');

/** Who the credential makes us, and what it cannot do. Changes nothing. Never rejects. */
export const checkOnCall = async (platform: string, asking: Asking): Promise<Answer<Checked>> => {
  const found = ON_CALL_PLATFORMS.find(({ id }) => id === platform);
  const problem = asking.credential && found?.checkCredential(asking.credential);
  if (problem) return { problem };
  return answerOf(platform, asking, ({ check }) => check(accessOf(asking.credential)));
};

/** Makes a webhook of ours at a platform, or brings it up to date. Never rejects. */
export const registerWebhook = (
  platform: string,
  order: WebhookOrder,
  asking: Asking,
): Promise<Answer<{ readonly id: string }>> =>
  answerOf(
    platform,
    asking,
    withWebhooks((rules) => rules.register(order)),
    [order.secret],
  );

/** The webhook of ours with this address goes; `removed` is false where there was none. */
export const removeWebhook = (
  platform: string,
  url: string,
  asking: Asking,
): Promise<Answer<{ readonly removed: boolean }>> =>
  answerOf(
    platform,
    asking,
    withWebhooks((rules) => removed(rules, url)),
  );

/** The webhook of ours with this address, if it is there. */
export const findWebhook = (
  platform: string,
  url: string,
  asking: Asking,
): Promise<Answer<{ readonly id?: string }>> =>
  answerOf(
    platform,
    asking,
    withWebhooks((rules) => found(rules, url)),
  );

function* removed(rules: WebhookRules, url: string): Steps<{ removed: boolean } | Trouble> {
  const said = yield* rules.remove(url);
  return typeof said === 'boolean' ? { removed: said } : said;
}

function* found(rules: WebhookRules, url: string): Steps<{ id?: string } | Trouble> {
  const said = yield* rules.exists(url);
  if (said === undefined) return {};
  return typeof said === 'string' ? { id: said } : said;
}

type Unasked = 'no_list' | 'no_webhook_api';
type Question<T> = (platform: OnCallPlatform) => Steps<T | Trouble> | Unasked;

const withWebhooks =
  <T>(ask: (rules: WebhookRules) => Steps<T | Trouble>): Question<T> =>
  ({ subscription }) =>
    subscription ? ask(subscription) : 'no_webhook_api';

const answerOf = async <T extends object>(
  id: string,
  { credential, http, clock }: Asking,
  question: Question<T>,
  secrets: string[] = [],
): Promise<Answer<T>> => {
  const platform = ON_CALL_PLATFORMS.find((one) => one.id === id);
  const refuse = (why: Parameters<typeof troubleProblem>[0]): Answer<T> => ({
    problem: troubleProblem(why, { language: 'en', platform, action: '' }),
  });
  if (platform === undefined)
    return refuse({ trouble: 'unknown_platform', about: id.slice(0, 80) });
  const steps = question(platform);
  if (typeof steps === 'string') return refuse({ trouble: steps });
  const said = await runWithin(steps, http, clock).catch(() => trouble('unknown'));
  return safe(isTrouble(said) ? refuse(said) : said, credential, secrets);
};
