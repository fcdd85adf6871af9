import type { Bot, BotChannel } from '../../platform';
import { APP, OUTGOING } from '../people/app';
import { metadataAt } from '../people/metadata';
import { BOTS, type BotRow } from './bots';
import { CHANNELS, type Channel, PEOPLE, type Person } from './world';

/** The bots as the page and the tests are told of them. */
export function botsAt(origin: string): Bot[] {
  return BOTS.map((bot) => ({
    platform: 'teams',
    name: bot.name,
    baseUrl: `${origin}/teams`,
    credential: {
      appId: bot.appId,
      clientSecret: bot.secret,
      tenantId: bot.tenants[0],
      loginUrl: `${origin}/teams`,
    },
    ...(bot === APP && { inbound: inboundAt(origin) }),
    channels: [
      ...CHANNELS.map((channel) => placeOf(bot, channel.id, channel)),
      ...PEOPLE.map((person) => placeOf(bot, person.objectId, person)),
    ],
    answers: bot.secretRefusal ?? bot.refusal ?? 'ok',
    note: bot.note,
  }));
}

/** What its owner copies to check what Teams sends. */
const inboundAt = (origin: string) => ({
  appId: APP.appId,
  tenantId: APP.tenants[0],
  openIdMetadataUrl: metadataAt(origin),
  outgoingToken: OUTGOING.token,
});

/** A person is named as `POST /v3/conversations` wants it. */
function placeOf(bot: BotRow, id: string, { name, refusal, note }: Channel | Person): BotChannel {
  const own = bot.secretRefusal ?? bot.refusal;
  return { id, name, answers: own ?? refusal ?? 'ok', note: own ? bot.note : note };
}
