import { sep } from 'node:path';
import type { Place } from '../../core/files/walk';

/** A file or folder on the disk. */
export class FilePlace implements Place {
  /** Absolute, as the system writes it. */
  readonly native: string;

  constructor(native: string) {
    this.native = native;
  }

  /** Absolute, with `/` on every system, as the rules of git have it. */
  get path(): string {
    return this.native.split(sep).join('/');
  }

  toString(): string {
    return this.native;
  }
}
