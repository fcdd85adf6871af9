import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { findChat, type InboundRefusal, receiveFromChat } from '../../../core/index';
import { readBody } from '../read-body';
import { refuse } from '../refuse';
import { doAfterwards } from './afterwards';
import { outputsOf } from './items';
import { writeReply } from './reply';
import { setupFor } from './setup';
import type { Source } from './source';

/** The webhook of a response trigger: prove, read, answer, and then hand over. Never throws. */
export const receiveOn = (source: Source) =>
  async function (this: IWebhookFunctions): Promise<IWebhookResponseData> {
    const rawBody = await readBody(this);
    if ('reason' in rawBody) return refuse(this, rawBody);
    const read = await readFrom(this, source, rawBody);
    if (!read.ok) {
      const looked = this.getWebhookName() === 'setup';
      return looked ? refuse(this, onlyLooked(source, read)) : refused(this, read);
    }
    writeReply(this, read.reply);
    for (const warning of read.warnings) this.logger.warn(warning);
    void doAfterwards(this, source, read);
    const outputs = outputsOf(read);
    return { noWebhookResponse: true, ...(outputs && { workflowData: outputs }) };
  };

async function readFrom(context: IWebhookFunctions, source: Source, rawBody: Uint8Array) {
  const request = context.getRequestObject();
  const asked = {
    headers: context.getHeaderData(),
    query: context.getQueryData() as Record<string, unknown>,
    rawBody,
    remoteAddress: request.socket?.remoteAddress,
  };
  try {
    const setup = await setupFor(context, source, ownAddress(context));
    return await receiveFromChat(source.chat, asked, setup);
  } catch {
    return notSetUp;
  }
}

/** Where n8n's own test address is another one, it is that. */
const ownAddress = (context: IWebhookFunctions): string | undefined =>
  context.getWebhookResourceUrl?.('default') ?? context.getNodeWebhookUrl('default');

const refused = (context: IWebhookFunctions, refusal: InboundRefusal): IWebhookResponseData => {
  context.logger.warn(`An answer was refused with ${refusal.status}: ${refusal.reason}`);
  return refuse(context, refusal);
};

const notSetUp: InboundRefusal = {
  ok: false,
  status: 503,
  code: 'answer.not_set_up',
  reason: 'A credential of this trigger is missing, or n8n could not read it.',
};

/** A command that comes by GET is told what to change; anybody else only looked. */
const onlyLooked = ({ chat }: Source, { code, reason }: InboundRefusal) =>
  code === 'answer.get'
    ? { status: 400, reason }
    : {
        status: 405,
        reason: `This address takes what ${findChat(chat)?.name ?? chat} sends, by POST.`,
      };
