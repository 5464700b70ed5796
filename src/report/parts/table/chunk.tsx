import type { ComponentChildren, JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { useIsNear } from '../useIsNear';

/** Rows that are drawn together. */
export const CHUNK_ROWS = 25;

interface Props {
  /** Number of rows, without open ones below them. */
  readonly rows: number;
  readonly columns: number;
  /** Mean height of a row in pixels. */
  readonly rowPx: number;
  readonly isFirst: boolean;
  /** Called with the mean height of a row in pixels. */
  readonly measured: (rowPx: number) => void;
  /** Draws the rows. */
  readonly children: () => ComponentChildren;
}

/** Rows of the table; a space of their height while they are far from what is visible. */
export function RowChunk({
  rows,
  columns,
  rowPx,
  isFirst,
  measured,
  children,
}: Props): JSX.Element {
  const ref = useRef<HTMLTableSectionElement>(null);
  /** The height of the chunk when it left, in pixels, and its number of rows. */
  const last = useRef({ rows: 0, px: 0 });
  const wasNear = useRef(isFirst);
  const isNear = useIsNear(ref, isFirst, (section) => {
    if (!wasNear.current) return;
    const { height } = section.getBoundingClientRect();
    last.current = { rows, px: height };
    // Open rows are much higher than others.
    if (section.childElementCount === rows) measured(height / rows);
  });
  wasNear.current = isNear;
  if (isNear) return <tbody ref={ref}>{children()}</tbody>;
  const px = last.current.rows === rows ? last.current.px : rows * rowPx;
  return (
    <tbody ref={ref} class="space" aria-hidden="true">
      <tr>
        <td colSpan={columns} style={{ height: `${px}px` }} />
      </tr>
    </tbody>
  );
}
