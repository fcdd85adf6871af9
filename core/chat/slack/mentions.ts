import { mentionsBy } from '../mentions';
import { MENTIONS } from './limits';

const EVERYBODY: readonly string[] = ['here', 'channel', 'everyone'];

/** https://docs.slack.dev/messaging/formatting-message-text#mentioning-users */
export const mention = (id: string): string | undefined => {
  if (EVERYBODY.includes(id)) return `<!${id}>`;
  if (/^[UW][A-Z0-9]{2,20}$/.test(id)) return `<@${id}>`;
  return /^S[A-Z0-9]{2,20}$/.test(id) ? `<!subteam^${id}>` : undefined;
};

export const mentionsOf = mentionsBy({ chat: 'Slack', most: MENTIONS, token: mention });
