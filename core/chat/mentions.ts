import { sentences } from '../i18n/index';
import type { RenderOptions } from './platform';

export interface Mentions {
  /** In the platform's own syntax. */
  readonly tokens: readonly string[];
  /** As the options name them. */
  readonly pings: readonly string[];
  readonly dropped: readonly string[];
}

/** What a chat knows about mentions. */
export interface MentionRules {
  readonly chat: string;
  readonly most: number;
  /** Undefined for what is not an id of this chat. */
  token(id: string): string | undefined;
}

/** The mentions a message carries: only those the destination allows, each once. */
export const pickMentions = (
  { mentions = [], language }: RenderOptions,
  { chat, most, token }: MentionRules,
): Mentions => {
  const { dropped } = sentences(language);
  const asked = [...new Set(mentions.map((mention) => mention.trim().replace(/^@/, '')))].filter(
    Boolean,
  );
  const known = asked.filter((id) => token(id) !== undefined);
  const pings = known.slice(0, most);
  const unknown = asked.filter((id) => !known.includes(id));
  return {
    tokens: pings.flatMap((id) => token(id) ?? []),
    pings,
    dropped: [
      ...unknown.map((id) => dropped.mention({ mention: id.slice(0, 40), chat })),
      ...(known.length > most ? [dropped.mentions({ count: known.length - most })] : []),
    ],
  };
};

export const NOBODY: Mentions = { tokens: [], pings: [], dropped: [] };

/** Whom a message calls: those the destination allows, where it calls anybody. */
export const mentionsBy =
  (rules: MentionRules) =>
  (options: RenderOptions, calls: boolean): Mentions =>
    calls ? pickMentions(options, rules) : NOBODY;
