import { z } from 'zod';
import { utf8 } from '../../judging/decode';
import { forbidden, refuse, tell } from './answer';
import { invalid, tooLarge } from './body';
import { BOTS } from './bots';
import type { Method } from './call';
import { isId } from './ids';
import { toldChannel } from './told-channel';
import { PEOPLE } from './world';

/** `POST /channels/direct`: the channel of the bot and one other, made where there is none. */
export const createDirect: Method = ({ bot, body, channels }) => {
  const large = tooLarge(body);
  if (large) return refuse(large);
  const ids = listOf(body);
  if (ids?.length !== 2) return refuse(invalid('user_ids', 'The body is no list of two ids.'), ids);
  if (!ids.every(isId)) return refuse(invalid('user_id', 'An id has 26 characters.'), ids);
  if (!bot.permissions.includes('create_direct_channel') || !ids.includes(bot.id)) {
    return refuse(forbidden(`${bot.username} may not open this channel.`), ids);
  }
  if (!ids.every((id) => [...PEOPLE, ...BOTS].some((one) => one.id === id))) {
    const id = 'api.channel.create_direct_channel.invalid_user.app_error';
    return refuse({ id, reason: 'Nobody has this id.' }, ids);
  }
  return { ...tell(toldChannel(channels.between(ids)), 201), payload: ids };
};

function listOf(body: Buffer): string[] | undefined {
  try {
    return z.array(z.string()).safeParse(JSON.parse(utf8(body) ?? '')).data;
  } catch {
    return undefined;
  }
}
