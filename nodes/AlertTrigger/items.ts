import type { INodeExecutionData } from 'n8n-workflow';
import type { AlertEvent } from '../../core/index';

interface Parsed {
  readonly events: readonly AlertEvent[];
  readonly warnings: readonly string[];
}

/** One item per event; what was not understood is said on each of them. */
export const itemsOf = (
  { events, warnings }: Parsed,
  { includeRaw }: Readonly<Record<string, unknown>>,
): INodeExecutionData[] =>
  events.map(({ raw, ...event }) => ({
    json: {
      ...event,
      ...(includeRaw === true && raw !== undefined && { raw }),
      ...(warnings.length > 0 && { warnings }),
    } as unknown as INodeExecutionData['json'],
  }));
