import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { checkout } from './package-under-test';

/** The Node of the machine, under which the older Node-RED runs. */
export const machineNode = (): string =>
  process.env.npm_node_execpath ?? firstOf(outside(), 'node') ?? process.execPath;

/** The Node that comes with the repository, under which the newer Node-RED runs. */
export const packagedNode = (): string =>
  firstOf([join(checkout, 'node_modules', '.bin')], 'node') ?? machineNode();

const outside = () =>
  (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes('.bin'));

const firstOf = (folders: readonly string[], program: string): string | undefined =>
  folders.map((folder) => join(folder, program)).find((file) => existsSync(file));
