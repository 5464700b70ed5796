import { visibleText } from '../core/figures/visibleText';
import type { Host } from './io';

/** Writes one line to standard error. Escapes line breaks and control characters, as in file names. */
export function writeNotice(io: Pick<Host, 'writeError'>, message: string): void {
  io.writeError(`api-spend: ${visibleText(message)}\n`);
}
