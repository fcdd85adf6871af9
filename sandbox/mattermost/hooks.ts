import { type HookRow, hookTable } from '../judging/hook-table';
import type { RefusalCode } from './refusal';

export interface MattermostHook extends HookRow<RefusalCode> {
  /** May post to its own channel only. */
  locked?: true;
}

/** The webhooks that exist. Their ids open nothing but this sandbox. */
export const hooks = hookTable<MattermostHook>('mattermost', [
  {
    channel: 'ops-alerts',
    address: '/hooks/sandbox1opsalerts1demohook',
    note: 'Takes messages, for other channels too.',
  },
  {
    channel: 'town-square',
    address: '/hooks/sandbox2townsquare2demohoo',
    locked: true,
    note: 'Takes messages; locked to this channel.',
  },
  {
    channel: 'launch-2019',
    address: '/hooks/sandbox3channeldeleted3dem',
    refusal: 'channel',
    note: 'The channel was deleted.',
  },
  {
    channel: 'night-shift',
    address: '/hooks/sandbox4privatechannel4dem',
    refusal: 'permissions',
    note: 'The owner of the webhook has left this private channel.',
  },
  {
    channel: 'old-owner',
    address: '/hooks/sandbox5ownerremoved5demoh',
    refusal: 'user',
    note: 'The owner of the webhook was removed.',
  },
  {
    channel: 'removed',
    address: '/hooks/sandbox6hookdeleted6demoho',
    refusal: 'invalid',
    note: 'The webhook was deleted.',
  },
  {
    channel: 'switched-off',
    address: '/hooks/sandbox7hooksdisabled7demo',
    refusal: 'disabled',
    note: 'This server has incoming webhooks switched off.',
  },
]);

/** Who has made them. */
export const OWNER = 'sandbox8owner8ofthehooks88o';

/** Channels and people a message may be sent to instead of the webhook's own channel. */
export const CHANNELS: readonly string[] = ['ops-alerts', 'town-square'];
export const PEOPLE: readonly string[] = ['ada', 'bob.byte'];
