import { bytesOf, fits as fitsItself, type Measured, measureBy } from '../size';
import { type Block, openUrl } from './draw';
import * as limits from './limits';
import type { Mentioned } from './mentions';
import type { Link } from './text';

const measured = measureBy({ count: bytesOf, limit: limits.MESSAGE, unit: 'bytes' });

const isAction = ({ type }: Block): boolean => type === 'Action.OpenUrl';

/** https://learn.microsoft.com/connectors/teams/#microsoft-teams-webhook */
export const message = (
  blocks: readonly Block[],
  alert: Link | undefined,
  summary: string,
  { entities }: Mentioned,
) => {
  const own = alert ? [openUrl(alert.label, alert.url)] : [];
  const actions = [...own, ...blocks.filter(isAction)];
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    fallbackText: summary,
    msteams: { width: 'Full', ...(entities.length > 0 && { entities }) },
    body: blocks.filter((block) => !isAction(block)),
    ...(actions.length > 0 && { actions }),
  };
  const contentType = 'application/vnd.microsoft.card.adaptive';
  const attachments = [{ contentType, contentUrl: null, content }];
  return measured({ type: 'message', summary, attachments });
};

export const fits = (message: Measured): boolean => fitsItself(message) && fitsPosted(message);

/** JSON inside JSON is at most twice as long, with its two quotation marks. */
const fitsPosted = ({ payload, size }: Measured): boolean =>
  size.used * 2 + 2 <= limits.POSTED ||
  bytesOf(JSON.stringify(JSON.stringify(payload))) <= limits.POSTED;
