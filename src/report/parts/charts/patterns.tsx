import type { JSX } from 'preact';
import { PART_NAMES, type PartName } from '../../../core/charts/partNames';

/** Lines over a colour, so that the parts of a bar can be told apart without colour too. */
const LINES: Readonly<Partial<Record<PartName, string>>> = {
  cachedInput: 'M0 4h8',
  cacheWrite: 'M0 4h8M4 0v8',
  requestFee: 'M4 0v8',
  output: 'M-2 2l4-4M0 8l8-8M6 10l4-4',
  reasoning: 'M-2 6l4 4M0 0l8 8M6-2l4 4',
};

/** The patterns of all charts; a rectangle refers to one by `partFill`. */
export function Patterns(): JSX.Element {
  return (
    <svg class="patterns" width="0" height="0" aria-hidden="true">
      <defs>
        {PART_NAMES.map((name) => (
          <pattern
            key={name}
            id={`part-${name}`}
            width="8"
            height="8"
            patternUnits="userSpaceOnUse"
          >
            <rect class={`fill-${name}`} width="8" height="8" />
            {LINES[name] && <path class="pattern-line" d={LINES[name]} />}
          </pattern>
        ))}
      </defs>
    </svg>
  );
}

export function partFill(part: PartName): string {
  return `url(#part-${part})`;
}
