import { cardRefusals } from '../../../sandbox/dingtalk/api/card-refusals';
import { type NewCode, refuse } from '../../../sandbox/dingtalk/api/refusal';
import { robotRefusals } from '../../../sandbox/dingtalk/api/robot-refusals';
import type { BotFacts } from './chats';

const LIMITED = 'delivery.rate_limited';

/** What is not listed is a part of a message that DingTalk cannot read. */
const CODES: Readonly<Partial<Record<NewCode, string>>> = {
  'InvalidAction.NotFound': 'dingtalk.wrong_base_url',
  'AuthenticationFailed.MissingParameter': 'dingtalk.token_refused',
  InvalidAuthentication: 'dingtalk.token_refused',
  'invalidParameter.appKey.blank': 'dingtalk.wrong_secret',
  invalidClientIdOrSecret: 'dingtalk.wrong_secret',
  'Forbidden.AccessDenied.AccessTokenPermissionDenied': 'dingtalk.missing_permission',
  'Forbidden.AccessDenied.ApiCountLimitForOrg': 'dingtalk.quota_used_up',
  rate_limited: LIMITED,
  'invalidParameter.robotCode.empty': 'dingtalk.unknown_robot',
  'invalidParameter.robotCode.auth': 'dingtalk.other_robot',
  'not.allowed.robotCode': 'dingtalk.other_robot',
  'miss.chatbotId': 'dingtalk.unknown_robot',
  'invalidParameter.robotCode.notExsit': 'dingtalk.robot_not_in_group',
  'invalidParameter.robotCode': 'dingtalk.robot_not_in_group',
  'resource.not.found': 'dingtalk.robot_not_in_group',
  'invalidParameter.msgParam.tooLong': 'dingtalk.message_too_long',
  'contain.unsafe.url': 'dingtalk.unsafe_link',
  'miss.openConversationId': 'dingtalk.unknown_group',
  'invalid.openConversationId': 'dingtalk.unknown_group',
  'param.openSpaceIdInvalid': 'dingtalk.unknown_group',
  cidEncryptError: 'dingtalk.unknown_group',
  'conversation.org.notMatch': 'dingtalk.other_organization',
  'group.disbanded': 'dingtalk.group_dissolved',
  'bot.stopped': 'dingtalk.robot_stopped',
  'chatbotId.notAllow.sendOTO': 'dingtalk.robot_stopped',
  'send.too.fast': LIMITED,
  'staffId.notExisted': 'dingtalk.unknown_person',
  'param.userIdNotExist': 'dingtalk.unknown_person',
  'invalid.processQueryKey': 'dingtalk.message_not_found',
  'card.updatedInCallback': 'dingtalk.card_in_use',
  'system.updateCallbackFailed': 'dingtalk.bad_callback_address',
  'param.cardNotExist': 'dingtalk.message_not_found',
  /** The card is brought up to date then, and it is not there. */
  'param.cardAlreadyExist': 'dingtalk.message_not_found',
  'param.templateNotExist': 'dingtalk.unknown_template',
  'param.cardTemplateIdEmpty': 'dingtalk.unknown_template',
  'param.templateUnpublished': 'dingtalk.template_unpublished',
  groupPermissionDenied: 'dingtalk.missing_permission',
  groupTemplatePermissionDenied: 'dingtalk.missing_permission',
};

const ALL: readonly NewCode[] = [
  ...(Object.keys({ ...robotRefusals, ...cardRefusals }) as NewCode[]),
  'InvalidAction.NotFound',
  'Missingbody',
  'AuthenticationFailed.MissingParameter',
  'InvalidAuthentication',
  'invalidParameter.appKey.blank',
  'invalidClientIdOrSecret',
  'Forbidden.AccessDenied.AccessTokenPermissionDenied',
  'Forbidden.AccessDenied.ApiCountLimitForOrg',
  'rate_limited',
];

const refusal = (why: string, bot: string, channel: string, code: string) => ({
  why,
  bot,
  channel,
  code: `dingtalk.${code}`,
});

export const dingtalk: BotFacts = {
  able: 'Alertwire',
  credential: ({ baseUrl, credential }) => ({ ...credential, baseUrl }),
  /** Whoever gets a card can see which app made it, and from what. */
  open: ['/dingtalk/v1.0', 'dingsandboxalertwire', 'a1e47b1e-0a1e-4a1e-8a1e-a1e47b1e0001.schema'],
  channel: 'On call',
  other: 'Platform',
  person: { id: 'manager4101', channel: '@Priya Raman', name: 'Priya Raman' },
  whisperer: 'Alertwire',
  threads: false,
  gone: 'dingtalk.message_not_found',
  kept: 'dingtalk.cannot_remove',
  refusals: [
    refusal('a secret that was reset', 'Rotated', 'On call', 'wrong_secret'),
    refusal('no permission to make cards', 'Announcer', 'On call', 'missing_permission'),
    refusal('no permission at all', 'Onlooker', 'On call', 'missing_permission'),
    refusal('a robot that was switched off', 'Stopped', 'On call', 'robot_stopped'),
    refusal('calls that are used up', 'Used up', 'On call', 'quota_used_up'),
    refusal('another organization', 'Stranger', 'On call', 'other_organization'),
    refusal('a group without the robot', 'Alertwire', 'Board room', 'robot_not_in_group'),
    refusal('a group that was dissolved', 'Alertwire', 'Launch 2019', 'group_dissolved'),
    refusal('an unknown group', 'Alertwire', 'cidNobodyKnowsThis==', 'unknown_group'),
    refusal('a name in place of an ID', 'Alertwire', 'Alerts', 'bad_group_id'),
  ],
  wrongToken: 'dingtalk.wrong_secret',
  says: ALL.map((code) => ({
    ...refuse({ code, reason: 'No.' }).answer,
    code: CODES[code] ?? 'dingtalk.bad_request',
  })),
  lists: {},
};
