import type { JSX } from 'preact';
import { PART_LINES, PART_NAMES, type PartName } from '../../../core/charts/partNames';

/** The patterns of all charts, which `partFill` refers to. */
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
            {PART_LINES[name] && <path class="pattern-line" d={PART_LINES[name]} />}
          </pattern>
        ))}
      </defs>
    </svg>
  );
}

/** The square of a part in a legend or list. */
export function Swatch({ part }: { readonly part: PartName }): JSX.Element {
  return (
    <svg width="14" height="14" aria-hidden="true">
      <rect class="swatch" width="14" height="14" fill={partFill(part)} />
    </svg>
  );
}

export function partFill(part: PartName): string {
  return `url(#part-${part})`;
}
