import { onCallActionFields } from '../../../core/index';
import type { Sandbox } from '../../../sandbox/start';
import { teams } from '../../conformance/bots/teams';
import type { FlowNode } from '../../node-red/support/runtime';

export const PATHS = { alerts: '/alertwire/ilert', answers: '/alertwire/teams' } as const;
export const SECRET = 'the-secret-of-the-tests-0123456789';
/** The team's General channel, as docs/m365agentsplayground.yml names it. */
export const CHANNEL = '19:playgroundGeneral@thread.tacv2';

const onCanvas = (node: FlowNode): FlowNode => ({ z: 'tab', x: 0, y: 0, wires: [], ...node });
const usual = Object.fromEntries(onCallActionFields.map((field) => [field.name, field.default]));

/** The loop in one chat: alerts to a card, what people do with it to the platform, and to the card. */
export const loopFor = (sandbox: Sandbox, serviceUrl: string): FlowNode[] => [
  { id: 'tab', type: 'tab', label: 'The loop' },
  { id: 'bot', type: 'alertwire-teams-bot', credentials: botOf(sandbox, serviceUrl) },
  { id: 'key', type: 'alertwire-signing-key', credentials: { key: `signs ${SECRET}` } },
  { id: 'secret', type: 'alertwire-webhook-secret', credentials: { secret: SECRET } },
  { id: 'ilert', type: 'alertwire-ilert', credentials: ilertOf(sandbox) },
  onCanvas({
    id: 'alerts',
    type: 'alertwire-alert-in',
    platform: 'detect',
    path: PATHS.alerts,
    secret: 'secret',
    wires: [['sender']],
  }),
  onCanvas({
    id: 'answers',
    type: 'alertwire-teams-response',
    connection: 'bot',
    signingKey: 'key',
    path: PATHS.answers,
    language: 'en',
    way: 'bot',
    emulator: true,
    wires: [['act'], ['set-up'], [], ['refused']],
  }),
  onCanvas({
    id: 'act',
    type: 'alertwire-on-call-action',
    ...usual,
    ilert: 'ilert',
    wires: [['sender']],
  }),
  onCanvas({
    id: 'sender',
    type: 'alertwire-teams-alert',
    authentication: 'bot',
    botConnection: 'bot',
    resource: 'alert',
    operation: 'upsert',
    alertSource: 'input',
    events: ['created', 'escalated', 'assigned', 'accepted', 'resolved'],
    mode: 'update',
    channelId: CHANNEL,
    channelIdType: 'str',
    mentions: [],
    buttons: 'callback',
    buttonActions: ['accept', 'resolve', 'escalate', 'snooze'],
    ownButtons: [],
    signingKey: 'key',
    language: 'en',
    layout: 'auto',
    showDescription: true,
    showLabels: true,
    showTimeline: true,
    maxWaitSeconds: 30,
    wires: [['sent']],
  }),
  onCanvas({ id: 'catch', type: 'catch', wires: [['caught']] }),
  ...['set-up', 'refused', 'sent', 'caught'].map((id) => onCanvas({ id, type: 'test-sink' })),
];

const found = <T>(one: T | undefined): T => {
  if (!one) throw new Error('The sandbox has none.');
  return one;
};

/** The login is the sandbox's, everything else the Playground's. */
const botOf = ({ bots }: Sandbox, serviceUrl: string) => ({
  ...teams.credential(
    found(bots.find((bot) => bot.platform === 'teams' && bot.name === teams.able)),
  ),
  serviceUrl,
});

const ilertOf = ({ oncalls }: Sandbox) => {
  const { baseUrl, credential } = found(oncalls.find(({ platform }) => platform === 'ilert'));
  return { baseUrl, ...credential };
};
