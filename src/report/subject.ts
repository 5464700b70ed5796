import { visibleText } from '../core/figures/visibleText';
import type { ReportSubject } from '../protocol/subject';
import type { NamedSubject } from '../wording/subject';

/** The subject for `describeSubject`. */
export function namedSubject({
  kind,
  name,
  selections,
  cells = 0,
  files,
}: ReportSubject): NamedSubject {
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
    case 'requests':
      return { kind, name: shown, count: files.length };
  }
}
