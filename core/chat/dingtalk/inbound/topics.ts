/** What an app hears of on its stream: https://opensource.dingtalk.com/developerpedia/docs/learn/stream/protocol */
export const TOPICS = {
  robot: '/v1.0/im/bot/messages/get',
  card: '/v1.0/card/instances/callback',
} as const;
