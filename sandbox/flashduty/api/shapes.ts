import { z } from 'zod';

/** As MongoDB writes its ids. */
export const objectId = z.string().regex(/^[0-9a-fA-F]{24}$/, 'It is no id of 24 hex digits');

const MOST = 100;

export const incidentIds = z.array(objectId).min(1).max(MOST);

export const text = (most: number) => z.string().max(most);

export const page = {
  p: z.int().min(1).nullish(),
  limit: z.int().min(1).max(100).nullish(),
};

const target = z.looseObject({
  person_ids: z.array(z.int()).min(1).max(MOST).nullish(),
  escalate_rule_id: objectId.nullish(),
  layer_idx: z.int().min(0).nullish(),
  type: z.enum(['assign', 'reassign', 'escalate', 'reopen']).nullish(),
  emails: z.array(z.email()).min(1).max(MOST).nullish(),
});

/** https://docs.flashcat.cloud/en/api-reference/on-call/incidents/incident-assign */
export const assignedTo = target.refine(
  ({ person_ids, escalate_rule_id }) => Boolean(person_ids) !== Boolean(escalate_rule_id),
  'Either person_ids or escalate_rule_id is given',
);

export type AssignTo = z.output<typeof assignedTo>;

/** So many from here, and whether there is more. */
export function pageOf<T>(
  items: readonly T[],
  { p, limit }: { p?: number | null | undefined; limit?: number | null | undefined },
  usual = 20,
) {
  const size = limit ?? usual;
  const from = ((p ?? 1) - 1) * size;
  return {
    items: items.slice(from, from + size),
    total: items.length,
    has_next_page: from + size < items.length,
  };
}
