import { visibleText } from '../core/figures/visibleText';
import { tickedFiles, type PricedSubject } from './figures/files/choice';
import type { NamedSubject } from '../wording/subject';

/** The subject for `describeSubject`. */
export function namedSubject({
  kind,
  name,
  selections,
  cells = 0,
  files,
  choice,
}: PricedSubject): NamedSubject {
  const shown = visibleText(name);
  switch (kind) {
    case 'document':
      return { kind, name: shown, count: 1 };
    case 'selections':
      return { kind, name: shown, count: selections };
    case 'notebook':
    case 'cells':
      return { kind, name: shown, count: cells };
    case 'files':
      return {
        kind,
        name: shown,
        count: choice ? tickedFiles(choice) : files.length,
        isTogether: choice?.as === 'one',
      };
    case 'requests':
      return { kind, name: shown, count: files.length };
  }
}
