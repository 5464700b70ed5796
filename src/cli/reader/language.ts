import { describeUsageProblem } from '../../wording/documents/terminal';
import { ENGLISH, translatorOf, type Words } from '../../wording/words';
import type { Host } from '../io';
import { readShipped } from '../shipped';
import { UsageError } from '../usageError';

/** The languages beside English that have translations, as VS Code names them. */
const LANGUAGES = ['zh-cn', 'ja', 'de', 'es', 'fr'] as const;

const OPTION = '--language';

/** A language that was asked for, or that the terminal has. */
interface Asked {
  /** Such as "de", "de_AT.UTF-8" or "zh-Hans". */
  readonly tag: string;
  /** Whether it was asked for; the terminal's may have no translation. */
  readonly isChosen: boolean;
}

/** By the option, the variable of this program, or the terminal: the first that is set. */
export function languageOf(args: readonly string[], environment: Host['environment']): Asked {
  const given = optionIn(args);
  const chosen = given ? given.value : environment['API_SPEND_LANGUAGE'];
  if (chosen !== undefined && chosen !== '') return { tag: chosen, isChosen: true };
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  return { tag: [LC_ALL, LC_MESSAGES, LANG].find((tag) => tag) ?? '', isChosen: false };
}

/** The arguments without the option of the language, which all commands have. */
export function withoutLanguage(args: readonly string[]): readonly string[] {
  const given = optionIn(args);
  return given ? [...args.slice(0, given.index), ...args.slice(given.index + given.length)] : args;
}

/** After `--`, it is a file name. @throws {UsageError} if it has no value. */
function optionIn(
  args: readonly string[],
): { readonly value: string; readonly index: number; readonly length: 1 | 2 } | undefined {
  const end = args.indexOf('--');
  const options = end === -1 ? args : args.slice(0, end);
  const index = options.findIndex((arg) => arg === OPTION || arg.startsWith(`${OPTION}=`));
  const option = options[index];
  if (option === undefined) return undefined;
  if (option !== OPTION) return { value: option.slice(OPTION.length + 1), index, length: 1 };
  const value = options[index + 1];
  if (value === undefined) throw unknownLanguage('');
  return { value, index, length: 2 };
}

/** @throws {UsageError} if a chosen language has no translation. */
export async function wordsIn(host: Host, { tag, isChosen }: Asked): Promise<Words> {
  const locale = localeOf(tag);
  const language = LANGUAGES.find((each) => isIn(locale, each));
  if (language) {
    const l10n = translatorOf(await readBundle(host, language));
    return { ...ENGLISH, l10n, language, locale };
  }
  if (isChosen && !/^en(?:-|$)/.test(locale)) throw unknownLanguage(tag);
  return ENGLISH;
}

/** "de_AT.UTF-8@euro" as "de-at". */
function localeOf(tag: string): string {
  return tag
    .replace(/[.@].*$/, '')
    .replaceAll('_', '-')
    .toLowerCase();
}

/** Chinese in traditional signs is another language. */
function isIn(locale: string, language: string): boolean {
  if (language === 'zh-cn') return /^zh(?:-(?:hans|cn|sg))*$/.test(locale);
  return locale === language || locale.startsWith(`${language}-`);
}

async function readBundle(host: Host, language: string): Promise<Readonly<Record<string, string>>> {
  return readShipped(host, `l10n/bundle.l10n.${language}.json`, (bytes) => {
    const text = new TextDecoder().decode(bytes);
    return JSON.parse(text) as Readonly<Record<string, string>>;
  });
}

function unknownLanguage(value: string): UsageError {
  return new UsageError((words) =>
    describeUsageProblem(words, { kind: 'language', value, known: ['en', ...LANGUAGES] }),
  );
}
