import type { RefusalCode } from './refusal';

export interface SlackHook {
  channel: string;
  team: string;
  bot: string;
  token: string;
  refusal?: RefusalCode;
  note: string;
}

const team = 'T0SANDBOX1';

/** The webhooks that exist. Their tokens open nothing but this sandbox. */
export const hooks: SlackHook[] = [
  {
    channel: '#ops-alerts',
    team,
    bot: 'B0OPSALERT',
    token: 'sandboxOpsAlertsDemoHook',
    note: 'Takes messages.',
  },
  {
    channel: '#platform',
    team,
    bot: 'B0PLATFORM',
    token: 'sandboxPlatformDemoHook1',
    note: 'Takes messages.',
  },
  {
    channel: '#launch-2019',
    team,
    bot: 'B0ARCHIVED',
    token: 'sandboxArchivedDemoHook1',
    refusal: 'channel_is_archived',
    note: 'The channel was archived.',
  },
  {
    channel: '#announcements',
    team,
    bot: 'B0PROHIBIT',
    token: 'sandboxProhibitedDemoHk1',
    refusal: 'action_prohibited',
    note: 'An administrator restricts who may post.',
  },
  {
    channel: '#general',
    team,
    bot: 'B0GENERAL1',
    token: 'sandboxGeneralDemoHook01',
    refusal: 'posting_to_general_channel_denied',
    note: 'An administrator restricts posting to #general.',
  },
  {
    channel: '#deleted',
    team,
    bot: 'B0DELETED1',
    token: 'sandboxDeletedDemoHook01',
    refusal: 'channel_not_found',
    note: 'The channel was deleted.',
  },
  {
    channel: '#disabled',
    team,
    bot: 'B0DISABLED',
    token: 'sandboxDisabledDemoHook1',
    refusal: 'no_active_hooks',
    note: 'The webhook was switched off.',
  },
];

export function hookPath({ team, bot, token }: SlackHook): string {
  return `/services/${team}/${bot}/${token}`;
}

export function findHook(path: string): SlackHook | undefined {
  return hooks.find((hook) => hookPath(hook) === path.replace(/\/$/, ''));
}
