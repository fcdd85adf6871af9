import type { TransportId } from '../chat/platform';

/** One field of a node, once for both hosts: each host draws it in its own way. */
export interface Field {
  readonly name: string;
  /** English, Title Case, as on screen. */
  readonly label: string;
  readonly kind: FieldKind;
  readonly default: unknown;
  /** One sentence, without the final full stop. */
  readonly description: string;
  readonly options?: readonly FieldOption[];
  /** The fields of one row, where the field has rows of its own. */
  readonly fields?: readonly Field[];
  readonly placeholder?: string;
  /** On a chat's node: has no effect on a message of one's own words. */
  readonly alertsOnly?: boolean;
  /** On a chat's node: makes sense only where the chat is reached like this; absent: always. */
  readonly transport?: TransportId;
}

export type FieldKind =
  | 'string'
  | 'text'
  | 'number'
  | 'boolean'
  | 'options'
  | 'multi-options'
  /** Several strings. */
  | 'list'
  /** Names and values: `{name, value}[]`. */
  | 'pairs'
  /** Alternatives of conditions: see LabelGroup. */
  | 'label-groups'
  /** Ordered rows, each with a value for every one of `fields`. */
  | 'rules'
  /** A channel by its ID in the chat, to be picked from a list where the chat has one. */
  | 'channel'
  /** The same for a person. */
  | 'person';

export interface FieldOption {
  readonly value: string;
  readonly label: string;
  readonly description?: string;
  /** The imperative a person searches for, on operations. */
  readonly action?: string;
}
