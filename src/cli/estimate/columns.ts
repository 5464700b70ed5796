import { displayWidth, padColumns } from '../../core/figures/displayWidth';

/** A column of a table in monospaced text. */
export interface Column<Row> {
  readonly heading: string;
  readonly isText?: boolean;
  /** Hidden if it is empty in every row. */
  readonly isOptional?: boolean;
  readonly cell: (row: Row) => string;
}

/** A table in monospaced text, with one line for each row. */
export function renderColumns<Row>(rows: readonly Row[], all: readonly Column<Row>[]): string {
  const columns = all.filter(
    ({ isOptional, cell }) => !isOptional || rows.some((row) => cell(row) !== ''),
  );
  const lines = [columns.map(({ heading }) => heading)].concat(
    rows.map((row) => columns.map(({ cell }) => cell(row))),
  );
  const widths = columns.map((_, index) => Math.max(...lines.map((line) => widthAt(line, index))));
  return lines.map((line) => renderLine(line, columns, widths)).join('\n');
}

function widthAt(line: readonly string[], index: number): number {
  return displayWidth(line[index] ?? '');
}

function renderLine<Row>(
  line: readonly string[],
  columns: readonly Column<Row>[],
  widths: readonly number[],
): string {
  return line
    .map((cell, index) => {
      const width = widths[index] ?? 0;
      return padColumns(cell, width, columns[index]?.isText ? 'left' : 'right');
    })
    .join('  ')
    .trimEnd();
}
