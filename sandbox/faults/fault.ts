import { z } from 'zod';
import { FAULT_KINDS } from './kinds';

// An HTTP header value may hold visible ASCII, space and tab: https://www.rfc-editor.org/rfc/rfc9110#name-field-values
const headerValue = z.string().regex(/^[\t\x20-\x7e]*$/, 'A header value is visible ASCII.');

export const faultRequest = z.strictObject({
  platform: z.string().optional(),
  channel: z.string().optional(),
  kind: z.enum(FAULT_KINDS),
  status: z.int().min(200).max(599).optional(),
  body: z.string().max(100_000).optional(),
  delayMs: z.int().min(0).max(120_000).optional(),
  retryAfter: z.union([headerValue, z.number().transform(String)]).optional(),
  times: z.int().min(1).max(1000).default(1),
});

export type FaultRequest = z.input<typeof faultRequest>;

export interface Fault extends z.output<typeof faultRequest> {
  id: string;
}
