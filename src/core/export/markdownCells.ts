import { markdownTable } from 'markdown-table';
import { visibleText } from '../figures/visibleText';
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

/** A name from outside as code, so that it cannot contain markup, invisible characters or a mention of a person. */
export function code(value: string): string {
  const visible = visibleText(value).replaceAll('|', String.raw`\|`);
  const longest = Math.max(0, ...[...visible.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^`|`$|^\s|\s$/.test(visible) || visible === '' ? ' ' : '';
  return `${fence}${pad}${visible}${pad}${fence}`;
}

/** Escapes an address for a Markdown link. */
export function link(url: string): string {
  return url.replaceAll(/[\s()|<>"'`\\]/g, (sign) =>
    encodeURIComponent(sign).replaceAll(/[()']/g, hex),
  );
}

function hex(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16)}`;
}
