import type { AlertAction } from '../alert/command';
import type { ListName } from '../oncall/lists';
import type { Field, FieldKind } from './field';

/** A field about an on-call platform. */
export interface OnCallField extends Omit<Field, 'kind'> {
  /** `on-call-list`: an ID, to be picked from the platform's list named by `list`. */
  readonly kind: FieldKind | 'on-call-list';
  readonly list?: ListName;
  /** For which of the node's actions it matters; absent: for all. */
  readonly actions?: readonly AlertAction[];
  /** At which platforms; absent: at all. */
  readonly platforms?: readonly string[];
}

/** Does a field count for what the node is set to? A form does not show the others. */
export const fieldMatters = (
  { actions, platforms }: OnCallField,
  action: string,
  platform: string,
): boolean =>
  actions?.some((one) => one === action) !== false &&
  (platform === 'input' || platforms?.includes(platform) !== false);
