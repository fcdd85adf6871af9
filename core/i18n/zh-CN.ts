import { actions } from './actions/zh-CN';
import type { Happening, Sentences } from './en';
import { phrase } from './phrase';

const number = new Intl.NumberFormat('zh-CN');

type Part = string | false | undefined;

/** Chinese sets no spaces between clauses. */
const clause = (...parts: readonly Part[]): string => parts.filter(Boolean).join('');

const by = (who?: string) => who && `由 ${who} `;
const after = (duration?: string) => duration && `，用时 ${duration}`;
const fromTo = (from?: string, value?: string) =>
  clause(from !== undefined && value !== undefined && `从 ${from} `, value && `改为 ${value}`);

export const zhCN: Sentences = {
  languageName: '简体中文',
  untitled: '无标题告警',
  headline: (v) => `${v.happened}：${v.title}`,
  andMore: (v) => `另有 ${number.format(v.count)} 项`,
  andEarlier: (v) => `更早 ${number.format(v.count)} 项`,

  severity: { critical: '严重', high: '高', warning: '警告', info: '信息', unknown: '未知' },
  severityInSentence: {
    critical: '严重',
    high: '高',
    warning: '警告',
    info: '信息',
    unknown: undefined,
  },

  happened: {
    created: (v: Happening) =>
      clause(
        v.source && `${v.source} `,
        '新告警',
        v.severity && `（${v.severity}）`,
        v.to && `，负责人 ${v.to}`,
      ),
    escalated: (v) =>
      clause(
        by(v.who),
        '已升级',
        v.to && `给 ${v.to}`,
        v.level !== undefined && `（第 ${v.level} 级）`,
      ),
    'escalation-ended': (v) => clause('升级已结束，无人认领', v.after && `，已过 ${v.after}`),
    assigned: (v) => clause(by(v.who), '已分派', v.to && `给 ${v.to}`),
    accepted: (v) => clause(by(v.who), '已认领', after(v.after)),
    unaccepted: (v) => clause(by(v.who), '已取消认领'),
    resolved: (v) => clause(by(v.who), '已解决', after(v.after)),
    resolvedByItself: (v) => clause('已自动解决', after(v.after)),
    reopened: (v) => clause(by(v.who), '已重新打开'),
    snoozed: (v) => clause(by(v.who), '已暂停', v.until && `至 ${v.until}`),
    unsnoozed: (v) => clause(by(v.who), '已结束暂停'),
    'not-accepted': (v) => clause('尚无人受理', v.after && `，已过 ${v.after}`),
    'not-resolved': (v) => clause('仍未解决', v.after && `，已过 ${v.after}`),
    'priority-changed': (v) => clause(by(v.who), '优先级已变更', fromTo(v.from, v.value)),
    'responder-added': (v) => clause(by(v.who), '已添加处理人', v.to && ` ${v.to}`),
    'responder-removed': (v) => clause(by(v.who), '已移除处理人', v.to && ` ${v.to}`),
    'comment-added': (v) => clause(v.who && `${v.who} `, '评论'),
    updated: (v) => clause(by(v.who), '已更新', v.field && ` ${v.field} `, fromTo(v.from, v.value)),
    merged: (v) => clause(by(v.who), '已合并到另一告警'),
    deleted: (v) => clause(by(v.who), '已删除'),
    'channel-attached': (v) => clause(by(v.who), '已关联聊天频道'),
    'channel-detached': (v) => clause(by(v.who), '已取消关联聊天频道'),
    'custom-action': (v) => clause(by(v.who), '已执行操作'),
    test: () => '连接测试',
    other: (v) => clause('事件', v.rawType && `“${v.rawType}”`),
  },

  fact: {
    source: '来源',
    severity: '严重程度',
    priority: '优先级',
    assignedTo: '负责人',
    acceptedBy: '认领人',
    resolvedBy: '解决人',
    escalation: '升级',
    started: '开始时间',
    duration: '持续时间',
    snoozedUntil: '暂停至',
    group: '组内告警数',
  },
  level: (v) => `第 ${v.level} 级`,
  groupCut: (v) => `${v.size}（${number.format(v.missing)} 条未列出）`,
  automatically: '自动',

  section: { timeline: '时间线', labels: '标签', links: '链接', image: '图片' },
  openAlert: (v) => `在 ${v.platform} 中打开`,
  openAlertAnywhere: '打开告警',
  emptyText: '（空消息）',

  dropped: {
    labels: (v) => `${number.format(v.count)} 个标签`,
    facts: (v) => `${number.format(v.count)} 项信息`,
    links: (v) => `${number.format(v.count)} 个链接`,
    images: (v) => `${number.format(v.count)} 张图片`,
    timeline: (v) => `${number.format(v.count)} 条时间线记录`,
    description: '描述',
    descriptionCut: (v) => `描述在 ${number.format(v.at)} 个字符处截断`,
    titleCut: (v) => `标题在 ${number.format(v.at)} 个字符处截断`,
    textCut: (v) => `文本在 ${number.format(v.at)} 个字符处截断`,
    alertLink: '告警链接：不是可用的网址',
    footer: '附注',
    mention: (v) => `提及“${v.mention}”：不是 ${v.chat} 认识的 ID`,
    mentions: (v) => `${number.format(v.count)} 个提及`,
    chat: (v) => `全部：没有使用“${v.transport}”的聊天“${v.chat}”`,
  },

  skipped: {
    cannotChange: '此事件只会更改已有的卡片，而 Incoming Webhook 无法更改已发送的消息。',
    noCard: '此事件只会更改已有的卡片，而目前没有卡片。',
    dropped: '过滤器丢弃了此事件。',
    preview: '这是预览：没有发送任何内容。',
    notDone: '操作未执行，因此卡片保持不变。',
    noAlert: '没有可显示的告警：只回复提问的人。',
  },
  delivered: {
    superseded: '已有此告警更新的状态；该事件只补充了一行。',
    newer: '它与同一告警的更新事件一起显示。',
    known: '同一事件此前已知。',
    elsewhere: '另一次运行正在显示此告警。',
    deferred: '频道暂时不再接收消息；卡片将稍后显示。',
    wasGone: '原消息已不存在，因此发送了一条新消息。',
    mayBeTwice: '无法得知先前的消息是否送达，此聊天平台也无法查询：可能会有两条。',
    replyFailed: (v) => `卡片已更新，但回复失败：${v.why}`,
    inDigest: (v) =>
      `告警同时大量到达：合并显示在一条包含 ${number.format(v.count)} 个告警的消息中。`,
    storeUnavailable: 'store: unavailable。消息仍已发送；但未检查该告警是否已有消息。',
  },
  digest: {
    title: (v) => `同时有 ${number.format(v.count)} 个告警`,
    standing: (v) =>
      `${number.format(v.open)} 个未处理，${number.format(v.accepted)} 个已受理，${number.format(v.resolved)} 个已解决`,
  },
  answering: {
    working: '正在处理…',
  },
  answers: {
    button: {
      accept: '认领',
      unaccept: '取消认领',
      resolve: '关闭',
      reopen: '重新打开',
      escalate: '升级',
      snooze: '暂缓',
      note: '备注',
      snoozeFor: (v) => (v.minutes % 60 === 0 ? `${v.minutes / 60} 小时` : `${v.minutes} 分钟`),
    },
    refused: {
      malformed: { message: '这不是我们的按钮。', hint: '请使用该告警最新卡片上的按钮。' },
      wrongKey: {
        message: '这个按钮来自另一个安装，或其签名密钥已更换。',
        hint: '请使用该告警最新的卡片；发送节点和响应触发器需要相同的签名密钥。',
      },
      expired: {
        message: '这个按钮已过期。',
        hint: '请使用该告警最新的卡片，或在值班平台中处理。',
      },
      otherChannel: {
        message: '这个按钮属于另一个频道中的卡片。',
        hint: '请使用卡片所在频道中的按钮。',
      },
    },
    link: {
      ask: '确认执行？结果会显示在聊天中的卡片上。',
      yourName: '你的名字（用于记录）',
      done: '已收到你的操作，结果会显示在聊天中的卡片上。',
      failed: '操作未成功',
      usedUp: '这个链接已使用过，结果见聊天中的卡片。',
      wrongMethod: '请在浏览器中打开卡片上的链接。',
    },
    help: {
      all: (v) =>
        [
          '可以这样写：',
          `${v.command} accept 4711`,
          `${v.command} resolve 4711 原因`,
          `${v.command} snooze 4711 30m`,
          `${v.command} escalate 4711`,
          `${v.command} assign 4711 ada@example.com`,
          `${v.command} comment 4711 我看到的情况`,
          `${v.command} get 4711`,
          `${v.command} create 结账服务不可用`,
          `${v.command} oncall`,
        ]
          .map((line) => line.trim())
          .join('\n'),
      noAlert: (v) => `哪个告警？请写上编号：${phrase(v.command, v.action, '4711')}`,
      noTitle: (v) => `发生了什么？请写在后面：${phrase(v.command, 'create', '结账服务不可用')}`,
    },
  },
  controls: {
    dropped: (v) => `${number.format(v.count)} 个按钮`,
    noAddress: (v) => `${number.format(v.count)} 个按钮：未设置点击的回调地址`,
    cancel: '取消',
    send: '确定',
    noteHint: '原因',
    noDialog: {
      message: '无法打开对话框。',
      hint: '请再按一次按钮。',
    },
  },
  actions,
  acceptedOnly: (v) => `已接收，但尚未确认：${v.reason}`,
};
