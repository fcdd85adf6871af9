import type { Rendered } from './platform';

export type Measured = Pick<Rendered, 'payload' | 'size'>;

/** How a chat counts a message: in the units of `count`, up to `limit`. */
export interface Measure {
  readonly count: (json: string) => number;
  readonly limit: number;
  readonly unit: 'bytes' | 'characters';
}

export const measureBy =
  ({ count, limit, unit }: Measure) =>
  (payload: Rendered['payload']): Measured => ({
    payload,
    size: { used: count(JSON.stringify(payload)), limit, unit },
  });

export const fits = ({ size }: Measured): boolean => size.used <= size.limit;

/** Bytes of UTF-8. */
export const bytesOf = (text: string): number => Buffer.byteLength(text);
