import type { z } from 'zod';

/** A failed check as one sentence that starts with the place: `blocks[2].text.text: …`. */
export function describeIssue(root: string, { path, message }: z.core.$ZodIssue): string {
  const place = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`));
  return `${root}${place.join('')}: ${message.replace(/\.$/, '')}.`;
}
