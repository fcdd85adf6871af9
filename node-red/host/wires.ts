import type { Node } from 'node-red';

/** Node-RED keeps them up to date when a deploy changes nothing but the wires. */
interface Wired {
  readonly wires?: readonly (readonly string[])[];
}

/** Is anything behind this output, counted from 0? */
export const isWired = (node: Node, output: number): boolean =>
  ((node as Node & Wired).wires?.[output] ?? []).length > 0;
