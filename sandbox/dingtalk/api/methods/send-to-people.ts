import { messageKey } from '../ids';
import { readMessage } from '../message';
import { type Call, type Method, type Outcome, refused } from '../method';
import { chatWith, type DingTalkPerson, personOf } from '../people';
import type { ApiObjection } from '../refusal';
import { robotObjection } from '../robot';

/** The document says 20, its list of errors 100. */
const MOST_PEOPLE = 20;

/** https://open.dingtalk.com/document/development/chatbots-send-one-on-one-chat-messages-in-batches */
export const sendToPeople: Method = { scope: 'qyapi_robot_sendmsg', run };

/** Who is nobody, or gets too many messages, stands in a good answer. */
function run({ app, args, world, pace }: Call): Outcome {
  const wrong = robotObjection(app, args.robotCode) ?? userIdsObjection(args.userIds);
  if (wrong) return { objection: wrong };
  const read = readMessage(app, args);
  if ('objection' in read) return read;
  if (app.stopped) return refused('chatbotId.notAllow.sendOTO', app.note);
  const userIds = [...new Set(args.userIds as string[])];
  const known = userIds.flatMap((userId) => personOf(app, userId) ?? []);
  if (known.length === 0) {
    return refused('staffId.notExisted', `Nobody in the organization is ${userIds.join(', ')}.`);
  }
  const controlled = known.filter((person) => isControlled(person, chatWith(person)));
  const reached = known.filter((person) => !controlled.includes(person));
  const key = messageKey();
  const messages = reached.map((person) => ({
    ...read.written,
    channel: chatWith(person),
    ref: key,
  }));
  world.keepPost({ key, app, at: world.now(), messages });
  const says = {
    processQueryKey: key,
    invalidStaffIdList: userIds.filter((userId) => !personOf(app, userId)),
    flowControlledStaffIdList: controlled.map(({ userId }) => userId),
  };
  const [message, ...copies] = messages;
  return message ? { says, message, copies } : { says };

  function isControlled({ flooded }: DingTalkPerson, channel: string): boolean {
    return flooded === true || pace.message(app.name, channel) !== undefined;
  }
}

function userIdsObjection(userIds: unknown): ApiObjection | undefined {
  const isList = Array.isArray(userIds) && userIds.every((one) => typeof one === 'string');
  if (!isList || userIds.length === 0) {
    return { code: 'invalidParameter.userIds.empty', reason: 'There are no userIds.' };
  }
  if (userIds.length <= MOST_PEOPLE) return undefined;
  const reason = `There are ${userIds.length} userIds; ${MOST_PEOPLE} are the most.`;
  return { code: 'invalidParameter.userIds.overMax', reason };
}
