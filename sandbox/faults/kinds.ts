import type { ChatPlatform } from '../platform';

export const FAULT_KINDS = [
  'status',
  'delay',
  'reset',
  'lost-answer',
  'rate-limit',
  'fail-later',
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

/** What can go wrong at a platform: only one that answers first can fail afterwards. */
export function faultKindsOf({ answersFirst = false }: ChatPlatform): FaultKind[] {
  return FAULT_KINDS.filter((kind) => kind !== 'fail-later' || answersFirst);
}
