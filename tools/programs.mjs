import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The file of a program on the PATH, or undefined. */
export const onPath = (program) =>
  process.env.PATH.split(delimiter)
    .map((folder) => join(folder, program))
    .find(isExecutable);

const isExecutable = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};
