/** A token of Slack's markup: `<@U1|ada>`, `<#C1|ops>`, `<mailto:a@b.c|a@b.c>`, `<https://…|…>`. */
const TOKEN = /<([^<>\n]{1,2000})>/g;
const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/**
 * What somebody typed, before Slack made markup of it. People and channels stay as Slack names them.
 * https://docs.slack.dev/messaging/formatting-message-text
 */
export const typed = (text: string): string =>
  text
    .replace(TOKEN, (_, inner: string) => plain(inner))
    .replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity);

const plain = (inner: string): string => {
  const [target = '', label] = inner.split('|', 2);
  if (/^[@#!]/.test(inner)) return `<${target}>`;
  return label || target.replace(/^mailto:/, '');
};

/** Without the name of the bot, however often it stands there. */
export const withoutBot = (text: string, bots: readonly string[]): string => {
  const first = text.replace(/^\s*<@[A-Z0-9]{1,40}(?:\|[^<>]*)?>/, '');
  return bots.length === 0
    ? first
    : text.replace(/<@([A-Z0-9]{1,40})(?:\|[^<>]*)?>/g, (mention, id: string) =>
        bots.includes(id) ? '' : mention,
      );
};
