import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { receiveAlertWebhook } from '../../core/index';
import { clock } from '../host/clock';
import { collectionValues } from '../host/field-values';
import { readBody } from '../host/read-body';
import { refuse } from '../host/refuse';
import { itemsOf } from './items';
import { settingsFields } from './properties';
import { registersAt } from './registration';
import { readSecrets } from './secret';

/** Verify, parse, hand over; n8n answers once the execution is stored. Never throws. */
export async function webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
  const rawBody = await readBody(this);
  if ('reason' in rawBody) return refuse(this, rawBody);
  const settings = collectionValues(this.getNodeParameter('settings', {}), settingsFields);
  const received = receiveAlertWebhook(
    registersAt(this) ?? (this.getNodeParameter('platform') as string),
    {
      headers: this.getHeaderData(),
      query: this.getQueryData() as Record<string, unknown>,
      rawBody,
    },
    await readSecrets(this),
    clock.now(),
    {
      alertUrlPattern: String(settings.alertUrlPattern),
      includeRaw: settings.includeRaw === true,
    },
  );
  if (!received.ok) {
    this.logger.warn(`A webhook was answered ${received.status}: ${received.reason}`);
    return refuse(this, received);
  }
  const { events, platform } = received;
  return {
    webhookResponse: { accepted: events.length, platform },
    ...(events.length > 0 && { workflowData: [itemsOf(received)] }),
  };
}
