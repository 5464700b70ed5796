import type { DocumentFilter } from 'vscode';

/** The documents of the setting `codeLens.files`. VS Code matches globs against the whole path. */
export function lensFilters(globs: readonly string[]): readonly DocumentFilter[] {
  return globs.map((glob) => {
    const isWhole = /^(?:\*\*|\/|[a-z]:)/i.test(glob);
    return { pattern: isWhole ? glob : `**/${glob}` };
  });
}
