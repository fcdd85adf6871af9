import { stories } from '../../oncall/stories';
import { type Policy, policies } from '../policies';

/** An alert source: what sends events, and who is called for them. */
export interface Source {
  id: number;
  name: string;
  /** Opens nothing but this sandbox. */
  integrationKey: string;
  policy: Policy;
}

/** One for each thing the sandbox's own alerts are about. */
export const sources: readonly Source[] = stories.map(({ source }, index) => ({
  ...source,
  integrationKey: `il1api0sandbox0source${index + 1}`,
  policy: policies[index % policies.length] ?? policies[0],
}));

export const sourceOfKey = (key: string): Source | undefined =>
  sources.find(({ integrationKey }) => integrationKey === key);

export const sourceOf = (id: unknown): Source | undefined =>
  sources.find((source) => source.id === id);
