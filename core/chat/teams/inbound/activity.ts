import { list, record, text } from '../../../alert/untrusted';
import { cleanLine } from '../../clean';
import { channelOf } from '../places';

type Json = Readonly<Record<string, unknown>>;

/** Somebody, as Teams names them to one bot. */
export interface Account {
  readonly id: string;
  readonly name?: string;
  /** As Microsoft Entra names a person: the same for every bot. */
  readonly objectId?: string;
}

/** https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference#activity-object */
export interface Activity {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly action: string;
  readonly text: string;
  readonly timestamp: string;
  readonly chat: string;
  readonly service: string;
  readonly from: Account;
  readonly recipient: Account;
  /** With the thread, where it is one. */
  readonly conversation: string;
  readonly kind: string;
  readonly tenant: string;
  readonly channel: { readonly id: string; readonly name?: string };
  /** The message that was answered, or whose button was pressed. */
  readonly answers: string;
  readonly value: Json;
  readonly mentions: readonly { readonly text: string; readonly of: string }[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

const LONGEST_ID = 500;
const LONGEST_NAME = 100;
const MOST = 100;

const word = (value: unknown, longest = LONGEST_ID): string => {
  const said = text(value) ?? '';
  return said.length > longest ? '' : said;
};

const nameIn = (...values: readonly unknown[]): { readonly name?: string } => {
  const names = values.map((value) => cleanLine((text(value) ?? '').slice(0, LONGEST_NAME)));
  const name = names.find((one) => one !== '');
  return name === undefined ? {} : { name };
};

const accountIn = (value: unknown): Account => {
  const { id, name, aadObjectId } = record(value);
  const objectId = word(aadObjectId);
  return { id: word(id), ...nameIn(name), ...(objectId && { objectId }) };
};

const idsIn = (value: unknown): readonly string[] =>
  list(value)
    .slice(0, MOST)
    .map((one) => word(record(one).id));

/** What is missing is empty; nothing here is proven. */
export const readActivity = (body: Json): Activity => {
  const conversation = record(body.conversation);
  const { channel, settings, tenant, team } = record(body.channelData) as Record<string, unknown>;
  const id = word(conversation.id);
  const told = record(record(settings).selectedChannel);
  const named = record(channel);
  return {
    id: word(body.id),
    type: word(body.type),
    name: word(body.name),
    action: word(body.action),
    text: typeof body.text === 'string' ? body.text : '',
    timestamp: word(body.timestamp),
    chat: word(body.channelId),
    service: word(body.serviceUrl, 2000),
    from: accountIn(body.from),
    recipient: accountIn(body.recipient),
    conversation: id,
    kind: word(conversation.conversationType),
    tenant: word(conversation.tenantId) || word(record(tenant).id),
    channel: {
      id: word(told.id) || word(named.id) || channelOf(id),
      ...nameIn(told.name, named.name, conversation.name, record(team).name),
    },
    answers: word(body.replyToId),
    value: record(body.value),
    mentions: list(body.entities)
      .slice(0, MOST)
      .map(record)
      .filter(({ type }) => type === 'mention')
      .map((one) => ({ text: word(one.text), of: word(record(one.mentioned).id) })),
    added: idsIn(body.membersAdded),
    removed: idsIn(body.membersRemoved),
  };
};

/** Alone with the bot: everything is meant for it, and read by nobody else. */
export const isAlone = ({ kind, conversation }: Activity): boolean =>
  kind === 'personal' || conversation.startsWith('a:');
