import { beforeAll, describe, expect, it } from '@jest/globals';
import { alertTriggerFields } from '../../core/index';
import { CHAT_NODE_NAMES, CHAT_NODES, RESPONSE_NAMES } from './support/chats';
import { type Host, loadHost } from './support/host';

const NODES = [
  ...['alertFilter', 'alertRouter', 'alertTrigger', 'alertWatch', 'alertWatchTrigger'],
  'onCallAction',
  ...CHAT_NODE_NAMES,
  ...RESPONSE_NAMES,
  'linkResponseTrigger',
];
const CREDENTIALS: readonly (readonly [type: string, nodes: readonly string[]])[] = [
  ...CHAT_NODES.flatMap(({ node, credential, bot, responses }) => [
    [credential, [node]] as const,
    [bot, [node, ...responses]] as const,
  ]),
  ['alertwireFlashdutyApi', ['onCallAction']],
  ['alertwireIlertApi', ['alertTrigger', 'onCallAction']],
  ['alertwireIlertOAuth2Api', ['alertTrigger', 'onCallAction']],
  ['alertwireSigningKeyApi', [...CHAT_NODE_NAMES, ...RESPONSE_NAMES, 'linkResponseTrigger'].sort()],
  ['alertwireSlackOAuth2Api', ['slackAlert', 'slackAlertTrigger', 'slackSocketAlertTrigger']],
  ['alertwireStoreApi', ['alertWatch', 'alertWatchTrigger', ...[...CHAT_NODE_NAMES].sort()]],
  ['alertwireTeamsOutgoingApi', ['microsoftTeamsAlertTrigger']],
  ['alertwireWebhookSecretApi', ['alertTrigger']],
];

/** The ids the trigger offers. */
const PLATFORMS = alertTriggerFields
  .flatMap(({ name, options = [] }) => (name === 'platform' ? options : []))
  .flatMap(({ value }) => (value === 'detect' ? [] : [value]));

let host: Host;

beforeAll(async () => {
  host = await loadHost();
});

describe('the packed n8n package', () => {
  it('brings these nodes and no other', () => {
    expect(Object.keys(host.loader.known.nodes).sort()).toEqual([...NODES].sort());
  });

  it('brings these credentials and no other', () => {
    expect(Object.keys(host.loader.known.credentials).sort()).toEqual(
      CREDENTIALS.map(([type]) => type).sort(),
    );
  });

  it.each(NODES)('finds icons and codex of %s', (name) => {
    const { description } = host.node(name);
    expect(description.iconUrl).toEqual({
      light: expect.stringMatching(/^icons\/n8n-nodes-alertwire\/dist\/icons\/.*\.svg$/),
      dark: expect.stringMatching(/^icons\/n8n-nodes-alertwire\/dist\/icons\/.*\.dark\.svg$/),
    });
    expect(description.codex?.categories).toEqual(['Communication', 'Development']);
  });

  it.each([...CHAT_NODE_NAMES, ...RESPONSE_NAMES, 'alertTrigger'])(
    'finds %s by the name of every on-call platform',
    (name) => {
      const { codex } = host.node(name).description;
      expect(PLATFORMS).toContain('flashduty');
      expect(codex?.alias).toEqual(expect.arrayContaining(PLATFORMS));
    },
  );

  it.each(CREDENTIALS)('lets n8n decrypt %s for its own node only', (type, nodes) => {
    expect(host.credential(type).restrictToSupportedNodes).toBe(true);
    expect(host.loader.known.credentials[type]?.supportedNodes).toEqual(nodes);
  });

  it('offers all nodes but the triggers to AI agents', () => {
    const offered = (name: string) => host.node(name).description.usableAsTool;
    for (const name of NODES) {
      expect([name, offered(name)]).toEqual([name, name.endsWith('Trigger') ? undefined : true]);
    }
  });
});
