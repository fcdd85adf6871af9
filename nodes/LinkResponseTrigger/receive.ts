import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { answerLink, type LinkAnswer, linkResponseFields } from '../../core/index';
import { clock } from '../host/clock';
import { collectionValues } from '../host/field-values';
import { readBody } from '../host/read-body';
import { refuse } from '../host/refuse';
import { outputsOf } from '../host/response/items';
import { memoryOf } from '../host/response/memory';
import { writeReply } from '../host/response/reply';
import { signingKeys } from '../host/signing-key';

/** Shows the page behind a link, and does what its form asks for. Never throws. */
export async function receive(this: IWebhookFunctions): Promise<IWebhookResponseData> {
  const rawBody = await readBody(this);
  if ('reason' in rawBody) return refuse(this, rawBody);
  const keys = await signingKeys(this).catch(() => undefined);
  const { language } = collectionValues(this.getNodeParameter('settings', {}), linkResponseFields);
  const answer = answerLink(
    {
      method: this.getWebhookName() === 'setup' ? 'GET' : 'POST',
      query: this.getQueryData() as Record<string, unknown>,
      body: Buffer.from(rawBody).toString(),
    },
    {
      keys: keys ?? { key: '' },
      clock,
      language: String(language),
      replays: memoryOf(this).replays,
    },
  );
  writeReply(this, answer.reply);
  const outputs = itemsOf(answer);
  return { noWebhookResponse: true, ...(outputs && { workflowData: outputs }) };
}

/** A link sets nothing up. */
const itemsOf = ({ command, refused }: LinkAnswer) =>
  outputsOf({
    commands: command ? [command] : [],
    refused: refused ? [refused] : [],
    installations: [],
  })?.toSpliced(1, 1);
