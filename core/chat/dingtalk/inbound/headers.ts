import { headerValues } from '../../../http/headers';
import type { InboundRequest } from '../../../http/types';

/** The one value of a header; undefined where there is none, or several. */
export const only = ({ headers }: InboundRequest, name: string): string | undefined => {
  const values = headerValues(headers, name);
  return values.length === 1 ? values[0] : undefined;
};

const MILLISECONDS = /^\d{13}$/;

/** NaN for what is no time in ms. */
export const timeIn = (timestamp: string | undefined): number =>
  timestamp !== undefined && MILLISECONDS.test(timestamp) ? Number(timestamp) : Number.NaN;
