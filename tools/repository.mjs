import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Where npm links the programs of the packages, Node 24 among them. */
export const programs = join(root, 'node_modules', '.bin');
