/** What stands in the way of an action: a stable word, and what only the platform could say. */
export interface Trouble {
  readonly trouble: TroubleWord;
  /** What it is about: the name of an argument, a person, the platform's own words. */
  readonly about?: string;
  /** The request was sent and may have been acted on. */
  readonly maybe?: boolean;
}

export const TROUBLES = [
  'not_supported',
  'missing_argument',
  'bad_argument',
  'no_alert',
  'no_such_alert',
  'several_alerts',
  'no_such_person',
  'already_resolved',
  'no_credential',
  'needs_user_key',
  'needs_integration_key',
  'no_alert_key',
  'unauthorised',
  'forbidden',
  'refused',
  'nothing_changed',
  'platform_unreachable',
  'unexpected_answer',
  'unknown',
] as const;
export type TroubleWord = (typeof TROUBLES)[number];

export const trouble = (word: TroubleWord, about?: string, maybe?: boolean): Trouble => ({
  trouble: word,
  ...(about !== undefined && { about }),
  ...(maybe && { maybe }),
});

export const isTrouble = <T extends object>(value: T | Trouble): value is Trouble =>
  'trouble' in value;
