import { z } from 'zod';

/** What no document of Flashduty tells. */
export const behaviourSchema = z.strictObject({
  /** An error comes with its own HTTP status, or with 200 and only the body says so. */
  errorsAs: z.enum(['status', 'ok']).default('status'),
  /** What becomes of handling a closed incident. */
  whenClosed: z.enum(['refuse', 'ok']).default('refuse'),
});

export type Silences = z.output<typeof behaviourSchema>;
