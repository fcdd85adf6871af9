import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Host, loadHost } from './support/host';

let host: Host;

beforeAll(async () => {
  host = await loadHost();
});

describe('the packed n8n package', () => {
  it('brings these nodes and no other', () => {
    expect(Object.keys(host.loader.known.nodes).sort()).toEqual([
      'alertFilter',
      'alertRouter',
      'alertTrigger',
      'slackAlert',
    ]);
  });

  it('brings these credentials and no other', () => {
    expect(Object.keys(host.loader.known.credentials).sort()).toEqual([
      'alertwireSlackWebhookApi',
      'alertwireWebhookSecretApi',
    ]);
  });

  it.each(['alertFilter', 'alertRouter', 'alertTrigger', 'slackAlert'])(
    'finds icons and codex of %s',
    (name) => {
      const { description } = host.node(name);
      expect(description.iconUrl).toEqual({
        light: expect.stringMatching(/^icons\/n8n-nodes-alertwire\/dist\/icons\/.*\.svg$/),
        dark: expect.stringMatching(/^icons\/n8n-nodes-alertwire\/dist\/icons\/.*\.dark\.svg$/),
      });
      expect(description.codex?.categories).toEqual(['Communication', 'Development']);
    },
  );

  it.each([
    ['alertwireSlackWebhookApi', ['slackAlert']],
    ['alertwireWebhookSecretApi', ['alertTrigger']],
  ])('lets n8n decrypt %s for its own node only', (type, nodes) => {
    expect(host.credential(type).restrictToSupportedNodes).toBe(true);
    expect(host.loader.known.credentials[type]?.supportedNodes).toEqual(nodes);
  });

  it('offers all nodes but the trigger to AI agents', () => {
    const offered = (name: string) => host.node(name).description.usableAsTool;
    expect(['slackAlert', 'alertFilter', 'alertRouter'].map(offered)).toEqual([true, true, true]);
    expect(offered('alertTrigger')).toBeUndefined();
  });
});
