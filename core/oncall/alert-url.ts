import { webAddress } from '../alert/facts';

/** The address of an alert whose webhook carries none; `{id}` in the pattern stands for its id. */
export const alertUrl = (pattern: string | undefined, id: string): string | undefined =>
  pattern === undefined
    ? undefined
    : webAddress(pattern.replaceAll('{id}', () => encodeURIComponent(id.toWellFormed())));
