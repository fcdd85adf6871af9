import type { NodeAPI } from 'node-red';
import {
  type ButtonRules,
  buttonRulesFrom,
  type Problem,
  type SigningKeys,
} from '../../../core/index';
import { signingKeys } from '../signing-key';
import type { ChatAlertDef } from './alert-def';

/** The buttons of a sender's cards, and what opens what people send back. */
export interface Buttons {
  readonly rules?: ButtonRules;
  /** Why its cards cannot have the buttons they are to have. */
  readonly problem?: Problem;
  /** Also there where the cards have none. */
  readonly keys?: SigningKeys;
}

/** Read once for each deploy. */
export const buttonsOf = (RED: NodeAPI, config: ChatAlertDef): Buttons => {
  const keys = config.signingKey ? signingKeys(RED, config.signingKey) : undefined;
  return { ...buttonRulesFrom(config, keys), ...(keys && { keys }) };
};
