import { describeSubject, nameWithSide, type NamedSubject } from '../../wording/subject';
import type { Words } from '../../wording/words';
import { subjectName, type CountableSubject } from './subject';

/** "3 selections in notes.md", "the selection in notes.md", "notes.md", "2 cells of plan.ipynb". */
export function subjectText(words: Words, subject: CountableSubject): string {
  return describeSubject(words, namedSubject(words, subject));
}

/** The file name; in a diff editor with its side. */
export function fileName(words: Words, subject: CountableSubject): string {
  const name = subjectName(subject);
  return subject.kind === 'text' ? nameWithSide(words, name, subject.side) : name;
}

function namedSubject(words: Words, subject: CountableSubject): NamedSubject {
  const name = fileName(words, subject);
  if (subject.kind === 'notebook') {
    return { kind: subject.isWhole ? 'notebook' : 'cells', name, count: subject.cells.length };
  }
  if (subject.kind === 'media') return { kind: 'document', name, count: 1 };
  const count = subject.selections.length;
  return { kind: count === 0 ? 'document' : 'selections', name, count };
}
