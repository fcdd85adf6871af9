import { list, record, text } from '../../alert/untrusted';
import { ask, type Steps } from '../../http/steps';
import { DEFAULT_SECRET_HEADER } from '../../http/verify/shared-secret';
import { getJson, sendJson } from '../api';
import type { OnCallPage } from '../lists';
import { isTrouble, type Trouble, trouble } from '../trouble';
import type { WebhookOrder, WebhookRules } from '../webhook-rules';
import { readAnswer } from './answer';
import { alertSources } from './lists';

const PATH = '/alert-actions';
const PER_PAGE = 100;
const MOST_PAGES = 20;

/**
 * https://docs.ilert.com/developer-docs/rest-api/api-reference/alert-actions, and `auto-resolved`,
 * which https://github.com/iLert/ilert-go has besides
 */
export const TRIGGER_TYPES = [
  'alert-created',
  'alert-assigned',
  'alert-auto-escalated',
  'alert-acknowledged',
  'alert-raised',
  'alert-comment-added',
  'alert-escalation-ended',
  'alert-resolved',
  'alert-auto-resolved',
  'alert-responder-added',
  'alert-responder-removed',
  'alert-channel-attached',
  'alert-channel-detached',
  'v-alert-not-resolved',
] as const;

const gone = trouble('refused', 'HTTP 404');

/** Alert actions of the type webhook, told apart by their address. */
export const subscription: WebhookRules = {
  exists,
  *register(order) {
    const known = yield* exists(order.url);
    if (known !== undefined && typeof known !== 'string') return known;
    const sources = order.alertSources.length > 0 ? order.alertSources : yield* everySource();
    if (isTrouble(sources)) return sources;
    return yield* write({ ...order, alertSources: sources }, known);
  },
  *remove(url) {
    const known = yield* exists(url);
    if (typeof known !== 'string') return known ?? false;
    const path = `${PATH}/${encodeURIComponent(known)}`;
    for (;;) {
      const said = yield* ask(sendJson('DELETE', path), (answer) => readAnswer(answer, gone));
      if (!isTrouble(said) || said === gone) return true;
      if (!said.maybe) return said;
    }
  },
};

/**
 * An action runs for the alert sources attached to it, and for no others:
 * https://registry.terraform.io/providers/iLert/ilert/latest/docs/resources/alert_action
 */
function* everySource(): Steps<readonly string[] | Trouble> {
  const ids: string[] = [];
  let cursor: string | undefined = '';
  for (let page = 0; cursor !== undefined && page < MOST_PAGES; page += 1) {
    const said: OnCallPage | Trouble = yield* alertSources('', cursor);
    if (isTrouble(said)) return said;
    ids.push(...said.entries.map(({ id }) => id));
    cursor = said.next;
  }
  return ids;
}

function* exists(url: string): Steps<string | undefined | Trouble> {
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query = { 'start-index': String(page * PER_PAGE), 'max-results': String(PER_PAGE) };
    const said = yield* ask(getJson(PATH, query), (answer) => readAnswer(answer, gone));
    if (isTrouble(said)) return said;
    const actions = list(said.data).map(record);
    const ours = actions.find((action) => isAt(action, url));
    if (ours !== undefined) return text(ours.id);
    if (actions.length < PER_PAGE) return undefined;
  }
  return undefined;
}

const isAt = ({ connectorType, params }: Readonly<Record<string, unknown>>, url: string) =>
  connectorType === 'webhook' && record(params).webhookUrl === url;

function* write(
  order: WebhookOrder,
  known: string | undefined,
): Steps<{ readonly id: string } | Trouble> {
  let id = known;
  for (;;) {
    const request =
      id === undefined
        ? sendJson('POST', PATH, bodyOf(order))
        : sendJson('PUT', `${PATH}/${encodeURIComponent(id)}`, { id, ...bodyOf(order) });
    const said = yield* ask(request, (answer) => readAnswer(answer, gone));
    if (!isTrouble(said)) {
      const made = text(record(said.data).id) ?? id;
      return made === undefined ? trouble('unexpected_answer') : { id: made };
    }
    if (!said.maybe) return said;
    const found = yield* exists(order.url);
    if (found !== undefined && typeof found !== 'string') return found;
    id = found;
  }
}

const bodyOf = ({ url, name, secret, headerName, triggerTypes, ...order }: WebhookOrder) => ({
  name,
  connectorType: 'webhook',
  triggerMode: 'AUTOMATIC',
  triggerTypes: triggerTypes.length === 0 ? TRIGGER_TYPES : triggerTypes,
  ...(order.alertSources.length > 0 && {
    alertSources: order.alertSources.map((id) => ({ id: Number(id) })),
  }),
  params: {
    webhookUrl: url,
    headers: [{ key: headerName?.trim() || DEFAULT_SECRET_HEADER, value: secret }],
  },
});
