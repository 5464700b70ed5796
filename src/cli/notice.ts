import { visibleText } from '../core/figures/visibleText';
import type { Io } from './io';

/** Writes one line to standard error. Escapes line breaks and control characters, as in file names. */
export function writeNotice(io: Io, message: string): void {
  io.writeError(`api-spend: ${visibleText(message)}\n`);
}
