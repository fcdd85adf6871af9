import type { Address, WireService } from '../platform';

export const FAULT_KINDS = [
  'status',
  'delay',
  'reset',
  'lost-answer',
  'rate-limit',
  'fail-later',
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

/** What can go wrong at a platform, or at one address: only who answers first can fail afterwards. */
export function faultKindsOf({ answersFirst }: WireService, address?: Address): FaultKind[] {
  const failsLater = address ? answersFirst?.(address) === true : answersFirst !== undefined;
  return FAULT_KINDS.filter((kind) => kind !== 'fail-later' || failsLater);
}
