/** A space where people handle incidents; no chat channel. */
export interface Channel {
  channel_id: number;
  channel_name: string;
  description: string;
}

export const CHANNEL: Channel = {
  channel_id: 1_840_312_623,
  channel_name: 'Platform on call',
  description: 'Everything that runs around the clock.',
};

export const channels: readonly Channel[] = [
  CHANNEL,
  {
    channel_id: 1_840_312_658,
    channel_name: 'Databases',
    description: 'Without an escalation rule: nobody is called.',
  },
];

/** The one escalation rule there is, with a level for everybody on call. */
export const RULE = {
  rule_id: '64abb8a687e7984845822139',
  rule_name: 'Platform, around the clock',
  channel_id: CHANNEL.channel_id,
} as const;

export const nameOfChannel = (id: number): string =>
  channels.find(({ channel_id }) => channel_id === id)?.channel_name ?? '';
