import type { INodeExecutionData } from 'n8n-workflow';
import type { FilterDecision } from '../../core/index';

/** What an Alert Filter before this node decided, if there was one. */
export const decisionOf = ({ json }: INodeExecutionData): FilterDecision | undefined =>
  isDecision(json.decision) ? json.decision : undefined;

const isDecision = (value: unknown): value is FilterDecision =>
  typeof value === 'object' &&
  value !== null &&
  'effect' in value &&
  ['announce', 'refresh', 'drop'].includes(String(value.effect)) &&
  'reasons' in value &&
  Array.isArray(value.reasons);
