import { sep } from 'node:path';
import type { Place } from '../../core/files/walk';

/** A path with `/` on every system: the rules on file names, and what is printed, are the same everywhere. */
export function slashed(path: string): string {
  return path.split(sep).join('/');
}

/** A file or folder on the disk. */
export class FilePlace implements Place {
  /** Absolute, as the system writes it. */
  readonly native: string;

  constructor(native: string) {
    this.native = native;
  }

  /** Absolute, with `/` on every system, as the rules of git have it. */
  get path(): string {
    return slashed(this.native);
  }

  toString(): string {
    return this.native;
  }
}
