import { partRefusals } from './part-refusals';

const DOCUMENTS = 'https://open.dingtalk.com/document/development';
const GROUP = `${DOCUMENTS}/the-robot-sends-a-group-message`;
const PERSON = `${DOCUMENTS}/chatbots-send-one-on-one-chat-messages-in-batches`;
const RECALL = `${DOCUMENTS}/enterprise-chatbot-withdraws-internal-group-messages`;
const RECALL_PERSON = `${DOCUMENTS}/batch-message-recall-chat`;
const SCENE = `${DOCUMENTS}/query-group-information`;

const group = (message: string) => ({ message, source: GROUP });
const person = (message: string) => ({ message, source: PERSON });
const recall = (message: string) => ({ message, source: RECALL });

/** The refusals of robots: of sending, taking back and asking for a group. */
export const robotRefusals = {
  ...partRefusals,
  'invalidParameter.robotCode.empty': group('机器人robotCode为空'),
  'invalidParameter.robotCode.auth': group(
    '此应用appkey和机器人robotCode不匹配，请使用机器人应用的appkey',
  ),
  'invalidParameter.robotCode.notExsit': group('机器人不存在'),
  'resource.not.found': group('robot 不存在'),
  'invalidParameter.msgKey.empty': group('缺少msgKey'),
  'invalidParameter.msgKey.invalid': group('msgKey无效'),
  'invalidParameter.msgParam.invalid': group('msgParam必须是json格式'),
  'invalidParameter.msgParam.tooLong': group('消息内容太长'),
  'contain.unsafe.url': group('含有不安全的外链'),
  'miss.openConversationId': group('缺少openConversationId'),
  'invalid.openConversationId': group('无效的openConversationId'),
  'conversation.org.notMatch': group('会话所属组织信息不匹配'),
  'group.disbanded': group('群已经解散'),
  'bot.stopped': group('群机器人已经停用'),
  'send.too.fast': group('限流错误'),
  'chatbotId.notAllow.sendOTO': person('不允许主动发单聊，请检查机器人状态是否已启用'),
  'invalidParameter.userIds.empty': person('用户userId列表为空'),
  'invalidParameter.userIds.overMax': person('用户userId列表超过最大限制'),
  'staffId.notExisted': person('staffId不存在'),
  'invalidParameter.robotCode': { message: '机器人不存在', source: RECALL_PERSON },
  'miss.chatbotId': recall('缺少robotCode'),
  'invalidParameter.processQueryKey.missing': recall('缺少processQueryKey'),
  'invalidParameter.processQueryKeys.overMax': recall('processQueryKeys超过数量上限20'),
  'invalid.processQueryKey': recall('无效的processQueryKey'),
  'not.allowed.robotCode': recall('未被授权的robotCode'),
  paramBlank: { message: '请求参数为空', source: SCENE },
  cidEncryptError: { message: '群ID解析错误', source: SCENE },
  groupPermissionDenied: { message: '无权限', source: SCENE },
  groupTemplatePermissionDenied: {
    message: '无权限，该群安装的群模板不属于当前token对应的应用名下',
    source: SCENE,
  },
};
