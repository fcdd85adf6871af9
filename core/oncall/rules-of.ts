import { ALERT_ACTIONS, type AlertAction } from '../alert/command';
import type { ArgumentName } from './action';
import { ON_CALL_PLATFORMS } from './registry';

export interface OnCallActionSummary {
  readonly action: AlertAction;
  /** Of each row, one. */
  readonly needs: readonly (readonly ArgumentName[])[];
  readonly takes: readonly ArgumentName[];
}

/** What a platform can do, and what it has to be told; nothing for a platform that is not known. */
export const onCallActionsOf = (platform: string): OnCallActionSummary[] => {
  const actions = ON_CALL_PLATFORMS.find(({ id }) => id === platform)?.actions ?? {};
  return ALERT_ACTIONS.flatMap((action) => {
    const rule = actions[action];
    return rule ? [{ action, needs: rule.needs, takes: rule.takes }] : [];
  });
};
