import { visibleText } from '../core/figures/visibleText';
import type { Io } from './io';

/** Writes one line to standard error; line breaks and controls in file names and ids are escaped. */
export function writeNotice(io: Io, message: string): void {
  io.writeError(`api-spend: ${visibleText(message)}\n`);
}
