import { anyDefined } from '../../../alert/defined';
import type { AlertEvent } from '../../../alert/event';
import { isRecord, text, wholeNumber } from '../../../alert/untrusted';
import type { Delivery } from './envelope';

/** Where in its escalation rule the incident is; its levels are counted from 0. */
export const readEscalation = ({ assigned_to }: Delivery['fields']): AlertEvent['escalation'] => {
  if (!isRecord(assigned_to)) return undefined;
  const { escalate_rule_id, escalate_rule_name, type, layer_idx } = assigned_to;
  const policyId = text(escalate_rule_id);
  const isByRule = policyId !== undefined || type === 'escalate';
  const layer = isByRule ? (wholeNumber(layer_idx) ?? -1) : -1;
  return anyDefined({
    policyId,
    policyName: text(escalate_rule_name),
    level: layer < 0 ? undefined : layer + 1,
  });
};
