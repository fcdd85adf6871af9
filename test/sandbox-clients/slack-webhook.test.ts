import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { IncomingWebhook } from '@slack/webhook';
import { type SlackSandbox, startSlack } from '../n8n/support/slack';

let slack: SlackSandbox;

beforeAll(async () => {
  slack = await startSlack();
});
afterAll(() => slack.close());
beforeEach(() => slack.reset());

describe("Slack's own client against the sandbox", () => {
  it('is understood', async () => {
    const sent = await new IncomingWebhook(slack.webhookUrl).send({
      text: 'Checkout latency above 2 s',
      blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '*Checkout latency*' } }],
    });
    expect(sent.text).toBe('ok');
    expect(await slack.messages()).toMatchObject([{ text: 'Checkout latency above 2 s' }]);
  });

  it('is refused as Slack would refuse it', async () => {
    const webhook = new IncomingWebhook(slack.hook('#disabled'));
    await expect(webhook.send('Hello')).rejects.toThrow(/404/);
    expect(await slack.requests()).toMatchObject([{ verdict: 'refused', code: 'no_active_hooks' }]);
  });
});
