import { join } from 'node:path';

/** The folder of the package: the program is dist/cli.js in it. */
export const root = join(__dirname, '..');
