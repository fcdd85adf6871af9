import type { INodeExecutionData } from 'n8n-workflow';
import type { AlertEvent } from '../../core/index';

interface Parsed {
  readonly events: readonly AlertEvent[];
  readonly warnings: readonly string[];
}

/** One item per event; what was not understood is said on each of them. */
export const itemsOf = ({ events, warnings }: Parsed): INodeExecutionData[] =>
  events.map((event) => ({
    json: {
      ...event,
      ...(warnings.length > 0 && { warnings }),
    } as unknown as INodeExecutionData['json'],
  }));
