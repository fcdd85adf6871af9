import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** A failed check as one sentence that starts with the place: `blocks[2].text.text: …`. */
export function describeIssue(root: string, issue: Issue): string {
  const place = issue.path.map((step) =>
    typeof step === 'number' ? `[${step}]` : `.${String(step)}`,
  );
  return `${root}${place.join('')}: ${complaint(issue).replace(/\.$/, '')}.`;
}

function complaint(issue: Issue): string {
  if (issue.code === 'too_big') return `More than ${issue.maximum} ${unitOf(issue.origin)}`;
  if (issue.code === 'too_small') return `Fewer than ${issue.minimum} ${unitOf(issue.origin)}`;
  if (issue.code === 'unrecognized_keys')
    return `Nothing named ${issue.keys.join(', ')} belongs here`;
  return issue.message;
}

function unitOf(origin: string): string {
  return origin === 'string' ? 'characters' : 'elements';
}
