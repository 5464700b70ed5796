import type { ReportSubject } from '../../src/protocol/subject';

/** What the notes of a report say, without their buttons. */
export function textOfNotes(notes: NonNullable<ReportSubject['notes']>): string {
  return notes.map((note) => (typeof note === 'string' ? note : note.text)).join(' ');
}
