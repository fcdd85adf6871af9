import { CAPABILITIES, type Capability } from '../alert/event';
import type { OnCallPlatform } from './platform';

/** What can be done: the keys of a platform's actions. */
export const capabilitiesOf = (actions: OnCallPlatform['actions']): readonly Capability[] =>
  CAPABILITIES.filter((capability) => Object.hasOwn(actions, capability));
