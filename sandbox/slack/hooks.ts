import { type HookRow, hookTable } from '../judging/hook-table';
import type { RefusalCode } from './refusal';

/** The webhooks that exist. Their tokens open nothing but this sandbox. */
export const hooks = hookTable<HookRow<RefusalCode>>('slack', [
  {
    channel: '#ops-alerts',
    address: '/services/T0SANDBOX1/B0OPSALERT/sandboxOpsAlertsDemoHook',
    note: 'Takes messages.',
  },
  {
    channel: '#platform',
    address: '/services/T0SANDBOX1/B0PLATFORM/sandboxPlatformDemoHook1',
    note: 'Takes messages.',
  },
  {
    channel: '#launch-2019',
    address: '/services/T0SANDBOX1/B0ARCHIVED/sandboxArchivedDemoHook1',
    refusal: 'channel_is_archived',
    note: 'The channel was archived.',
  },
  {
    channel: '#announcements',
    address: '/services/T0SANDBOX1/B0PROHIBIT/sandboxProhibitedDemoHk1',
    refusal: 'action_prohibited',
    note: 'An administrator restricts who may post.',
  },
  {
    channel: '#general',
    address: '/services/T0SANDBOX1/B0GENERAL1/sandboxGeneralDemoHook01',
    refusal: 'posting_to_general_channel_denied',
    note: 'An administrator restricts posting to #general.',
  },
  {
    channel: '#deleted',
    address: '/services/T0SANDBOX1/B0DELETED1/sandboxDeletedDemoHook01',
    refusal: 'channel_not_found',
    note: 'The channel was deleted.',
  },
  {
    channel: '#disabled',
    address: '/services/T0SANDBOX1/B0DISABLED/sandboxDisabledDemoHook1',
    refusal: 'no_active_hooks',
    note: 'The webhook was switched off.',
  },
]);
