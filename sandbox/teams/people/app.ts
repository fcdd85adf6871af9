import { BOTS, type BotRow } from '../api/bots';

/** The app that hears of people. */
export const APP = BOTS[0] as BotRow;

/** The outgoing webhook of the team: its name, and the security token its owner was shown once. */
export const OUTGOING = {
  name: 'Outgoing',
  token: 'c2FuZGJveC1vdXRnb2luZy13ZWJob29rLWtleS0wMDE=',
} as const;

export const DOORS = [
  { id: 'bot', label: `Messaging endpoint of the bot ${APP.name}` },
  { id: 'outgoing', label: `Callback URL of the outgoing webhook ${OUTGOING.name}` },
];
