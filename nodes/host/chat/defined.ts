import type { IExecuteFunctions } from 'n8n-workflow';
import { type AlertEvent, defineAlert, definedAlertFields } from '../../../core/index';
import { readFields } from '../field-values';

type Input = Parameters<typeof defineAlert>[0];

interface Pair {
  readonly name?: unknown;
  readonly value?: unknown;
}

/** The alert a person described in the node's own form. */
export function definedAlert(context: IExecuteFunctions, index: number, now: number): AlertEvent {
  const { labels, ...values } = readFields(context, definedAlertFields, index);
  return defineAlert({ ...(values as unknown as Input), labels: labelsOf(labels as Pair[]) }, now);
}

const labelsOf = (pairs: readonly Pair[]): Record<string, string> =>
  Object.fromEntries(
    pairs
      .filter(({ name }) => String(name ?? '').trim() !== '')
      .map(({ name, value }) => [String(name), String(value ?? '')]),
  );
