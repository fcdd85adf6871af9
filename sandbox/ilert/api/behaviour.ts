import { z } from 'zod';

/** What no document of ilert tells. */
export const behaviourSchema = z.strictObject({
  /** What becomes of accepting an alert that was accepted. */
  whenAccepted: z.enum(['ok', 'refuse']).default('ok'),
  /** And of accepting or resolving one that was resolved; `reopen` is what some systems do in a race. */
  whenResolved: z.enum(['refuse', 'ok', 'reopen']).default('refuse'),
  /** With which status it is refused. */
  refusal: z.union([z.literal(400), z.literal(409)]).default(400),
});

export type Silences = z.output<typeof behaviourSchema>;
