import type { Readout } from './readout';
import type { SettingsCache } from '../settings/cache';
import type { Settings } from '../settings/settings';
import {
  settingsScope,
  withoutLanguages,
  type CountableSubject,
  type Subject,
} from '../subject/subject';

/** A countable subject and the settings that apply to it. */
export interface CountQuestion {
  readonly kind: 'count';
  readonly subject: CountableSubject;
  readonly settings: Settings;
}

/** The count to make, or the readout if there is nothing to count. */
export function questionOf(
  subject: Subject | undefined,
  known: SettingsCache,
): CountQuestion | Extract<Readout, { kind: 'none' | 'leftOut' | 'unreadable' }> {
  if (!subject) return { kind: 'none' };
  if (subject.kind === 'unreadable') return { kind: 'unreadable', subject };
  const settings = known.settingsFor(settingsScope(subject));
  const counted = withoutLanguages(subject, settings.ignoredLanguages);
  return counted ? { kind: 'count', subject: counted, settings } : { kind: 'leftOut', subject };
}
