import type { TransportId } from '../platform';
import { bytesOf, fits as fitsItself, type Measured, measureBy } from '../size';
import { type Block, openUrl } from './draw';
import * as limits from './limits';
import type { Mentioned } from './mentions';
import type { Link } from './text';

const measured = measureBy({ count: bytesOf, limit: limits.MESSAGE, unit: 'bytes' });
const measuredForBot = measureBy({ count: bytesOf, limit: limits.ACTIVITY, unit: 'bytes' });

const isAction = ({ type }: Block): boolean => type === 'Action.OpenUrl';

/** https://learn.microsoft.com/connectors/teams/#microsoft-teams-webhook */
export const message = (
  blocks: readonly Block[],
  alert: Link | undefined,
  summary: string,
  { entities }: Mentioned,
  via: TransportId,
  buttons: readonly Block[] = [],
): Message => {
  const own = alert ? [openUrl(alert.label, alert.url)] : [];
  const actions = [...buttons, ...own, ...blocks.filter(isAction)];
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: VERSIONS[via],
    fallbackText: summary,
    msteams: { width: 'Full', ...(entities.length > 0 && { entities }) },
    body: blocks.filter((block) => !isAction(block)),
    ...(actions.length > 0 && { actions }),
  };
  const contentType = 'application/vnd.microsoft.card.adaptive';
  if (via === 'bot') {
    const activity = { type: 'message', summary, attachments: [{ contentType, content }] };
    return { ...measuredForBot(activity), via };
  }
  const attachments = [{ contentType, contentUrl: null, content }];
  return { ...measured({ type: 'message', summary, attachments }), via };
};

interface Message extends Measured {
  readonly via: TransportId;
}

/**
 * What buttons of a bot need; flows are sent what every client can draw.
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-reference
 */
const VERSIONS: Readonly<Record<TransportId, string>> = { webhook: '1.4', bot: '1.5' };

/** A bot's message is posted as it is, a flow's is wrapped once more. */
export const fits = (message: Message): boolean =>
  fitsItself(message) && (message.via === 'bot' || fitsPosted(message));

/** JSON inside JSON is at most twice as long, with its two quotation marks. */
const fitsPosted = ({ payload, size }: Measured): boolean =>
  size.used * 2 + 2 <= limits.POSTED ||
  bytesOf(JSON.stringify(JSON.stringify(payload))) <= limits.POSTED;
