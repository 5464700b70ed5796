import { isRecord } from '../core/json';
import { parseJsonc } from '../core/jsonc';
import type { PriceSettings } from '../core/pricing/resolve';
import { describeFileProblem } from '../wording/documents/terminal';
import { describeJsonError } from '../wording/json';
import { UsageError } from './usageError';

/** The settings that the terminal program reads from a VS Code settings.json; not yet checked. */
export interface OwnSettings extends PriceSettings {
  readonly currency: unknown;
  /** What a folder's files do not include. */
  readonly filesExclude: unknown;
}

const KEYS = {
  overrides: 'apiSpend.pricing.overrides',
  customModels: 'apiSpend.pricing.customModels',
  currency: 'apiSpend.currency',
  filesExclude: 'files.exclude',
} as const;

/**
 * Parses settings as VS Code does: comments and trailing commas are allowed, and a key may be split into nested objects
 * at its dots, such as `"apiSpend.pricing": { "overrides": {} }`.
 *
 * @throws {UsageError} if the text is not a JSON object, or contains none of the settings.
 */
export function parseSettings(text: string, file: string): OwnSettings {
  const parsed = parseJsonc(text);
  if (!parsed.ok) {
    const { error, line } = parsed;
    throw new UsageError((words) =>
      describeFileProblem(words, file, 'notJson', describeJsonError(words, error, line)),
    );
  }
  const { json } = parsed;
  if (!isRecord(json))
    throw new UsageError((words) => describeFileProblem(words, file, 'noObject'));
  const settings = {
    overrides: settingAt(json, KEYS.overrides.split('.')),
    customModels: settingAt(json, KEYS.customModels.split('.')),
    currency: settingAt(json, KEYS.currency.split('.')),
    filesExclude: settingAt(json, KEYS.filesExclude.split('.')),
  };
  if (Object.values(settings).every((value) => value === undefined)) {
    const keys = Object.values(KEYS).join(', ');
    throw new UsageError((words) => describeFileProblem(words, file, 'noSettings', keys));
  }
  return settings;
}

/** The longest key takes precedence: `"a.b": 1` over `"a": { "b": 2 }`. */
function settingAt(json: unknown, names: readonly string[]): unknown {
  if (names.length === 0) return json;
  if (!isRecord(json)) return undefined;
  for (let length = names.length; length > 0; length--) {
    const key = names.slice(0, length).join('.');
    const found = Object.hasOwn(json, key) ? settingAt(json[key], names.slice(length)) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}
