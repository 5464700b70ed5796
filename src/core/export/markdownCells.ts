import { markdownTable } from 'markdown-table';
import { markdownCode } from '../figures/markdownCode';
import type { Money } from '../pricing/money';

export type FormatAmount = (amount: Money) => string;

/** @param isText whether each column is text, aligned left; numbers are aligned right. */
export function alignedTable(
  headings: readonly string[],
  isText: readonly boolean[],
  lines: readonly (readonly string[])[],
): string {
  const align = isText.map((text) => (text ? 'left' : 'right'));
  return markdownTable([headings, ...lines], { align, alignDelimiters: false });
}

/** Untrusted text as code in a table, where a vertical bar ends the cell even within code. */
export function codeCell(text: string): string {
  return markdownCode(text).replaceAll('|', String.raw`\|`);
}

/** Escapes an address for a Markdown link in a table. */
export function link(url: string): string {
  return url.replaceAll(/[\s()|<>"'`\\]/g, (sign) =>
    encodeURIComponent(sign).replaceAll(/[()']/g, hex),
  );
}

function hex(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16)}`;
}
