import { parseArgs } from 'node:util';
import { isHeaderStyle } from '../../core/files/packed/headers';
import type { HeaderStyle } from '../../core/files/packed/styles';
import { parseInstant } from '../../core/pricing/instant';
import {
  parseScenarioOptions,
  SCENARIO_OPTIONS,
  type OptionValues,
  type ScenarioDefaults,
} from '../../core/scenario/options';
import { SCENARIO_FIELDS } from '../../core/scenario/fields';
import type { Scenario } from '../../core/scenario/scenario';
import { describeOptionProblem } from '../../wording/scenario/options';
import { describeUsageProblem, type FilesAs } from '../../wording/documents/terminal';
import type { TeamChoice } from '../team';
import { UsageError } from '../usageError';

export type OutputFormat = 'table' | 'estimates' | 'csv' | 'json' | 'markdown';

export interface EstimateOptions {
  readonly paths: readonly string[];
  /** Where the text of standard input would lie, which says what of it is sent; undefined: nothing is known of it. */
  readonly inputPath: string | undefined;
  /** As given; empty: all models. */
  readonly modelNames: readonly string[];
  /** Words of models; undefined: the current selection. */
  readonly filter: string | undefined;
  readonly showsAll: boolean;
  readonly format: OutputFormat;
  readonly filesAs: FilesAs;
  /** Between files that are one call. */
  readonly headers: HeaderStyle;
  /** Whether request files have the model, longest answer and batch that they state. */
  readonly usesStated: boolean;
  /** Whether prompt files are priced on the model, and with the longest answer, that they name. */
  readonly usesFileModels: boolean;
  /** Whether the assumed output tokens are given: they win over the longest answers of files. */
  readonly givesOutputTokens: boolean;
  /** Whether it is asked when caching pays; without that it is told where a cache is assumed. */
  readonly asksCaching: boolean;
  /** Whether the cached share is what of the text is the same in each call. */
  readonly stableBeginning: boolean;
  /** Path of values for templates. */
  readonly values: string | undefined;
  /** Whether templates have the values that stand in them and beside them. */
  readonly usesSamples: boolean;
  readonly atMs: number;
  /** Path of a newer price table. */
  readonly prices: string | undefined;
  /** Path of VS Code settings. */
  readonly settings: string | undefined;
  readonly team: TeamChoice;
  /** The assumptions among the options, over those of the team. */
  readonly scenarioOver: (team: ScenarioDefaults) => Scenario;
}

const NEGATIVE = /^-[.\d]/;

/** @throws {UsageError} if an option or its value is invalid. */
export function parseEstimateOptions(args: string[], nowMs: number): EstimateOptions {
  const options = {
    all: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    format: { type: 'string' },
    as: { type: 'string' },
    headers: { type: 'string' },
    'no-stated': { type: 'boolean', default: false },
    'file-models': { type: 'boolean', default: false },
    values: { type: 'string' },
    'no-samples': { type: 'boolean', default: false },
    'stdin-filepath': { type: 'string' },
    find: { type: 'string' },
    model: { type: 'string', multiple: true, default: new Array<string>() },
    'cache-break-even': { type: 'boolean', default: false },
    'stable-beginning': { type: 'boolean', default: false },
    at: { type: 'string' },
    prices: { type: 'string' },
    settings: { type: 'string' },
    config: { type: 'string' },
    'no-config': { type: 'boolean', default: false },
    ...SCENARIO_OPTIONS,
  } as const;
  const joined = joinNegatives(args, options);
  const { values, positionals } = parseArgs({ args: joined, allowPositionals: true, options });
  if (positionals.length === 0) {
    throw new UsageError((words) => describeUsageProblem(words, { kind: 'noFile' }));
  }
  if (values['no-config'] && values.config !== undefined) {
    throw new UsageError((words) => describeUsageProblem(words, { kind: 'configAndNone' }));
  }
  const filesAs = parseFilesAs(values.as);
  const lists = values.all || values.find !== undefined || values.model.length > 1;
  if (values['file-models'] && (lists || filesAs === 'one')) {
    throw new UsageError((words) => describeUsageProblem(words, { kind: 'fileModels' }));
  }
  return {
    paths: positionals,
    inputPath: parseInputPath(values['stdin-filepath'], positionals),
    modelNames: values.model,
    filter: values.find,
    showsAll: values.all,
    format: parseFormat(values.json, values.format),
    filesAs,
    headers: parseHeaders(values.headers, filesAs),
    usesStated: !values['no-stated'],
    usesFileModels: values['file-models'],
    givesOutputTokens: values[SCENARIO_FIELDS.outputTokens.flag] !== undefined,
    asksCaching: values['cache-break-even'],
    stableBeginning: parseBeginning(values['stable-beginning'], values),
    values: values.values,
    usesSamples: !values['no-samples'],
    atMs: values.at === undefined ? nowMs : parseTime(values.at),
    prices: values.prices,
    settings: values.settings,
    team: { path: values.config, isIgnored: values['no-config'] },
    scenarioOver: (team) => parseScenario(values, team, values['stable-beginning']),
  };
}

/** Named as the option of Prettier (https://prettier.io/docs/cli, "--stdin-filepath"): the file need not exist. */
function parseInputPath(path: string | undefined, paths: readonly string[]): string | undefined {
  if (path === undefined) return undefined;
  if (path === '' || !paths.includes('-')) {
    throw new UsageError((words) => describeUsageProblem(words, { kind: 'inputPath' }));
  }
  return path;
}

/** The paths, standard input under its own. */
export function namedPaths({
  paths,
  inputPath,
}: Pick<EstimateOptions, 'paths' | 'inputPath'>): readonly string[] {
  return paths.map((path) => (path === '-' ? (inputPath ?? path) : path));
}

/**
 * `--turns -1` as `--turns=-1`: Node takes the number for an option, and would say that it may be one; so our rule says
 * what is wrong with it.
 */
function joinNegatives(
  args: readonly string[],
  options: Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>,
): string[] {
  const end = args.indexOf('--');
  const last = end === -1 ? args.length : end;
  const joined: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const [arg = '', next] = [args[at], args[at + 1]];
    const takesValue = arg.startsWith('--') && options[arg.slice(2)]?.type === 'string';
    if (at + 1 < last && takesValue && next !== undefined && NEGATIVE.test(next)) {
      joined.push(`${arg}=${next}`);
      at++;
    } else joined.push(arg);
  }
  return joined;
}

function parseBeginning(isAsked: boolean, values: OptionValues): boolean {
  if (isAsked && values[SCENARIO_FIELDS.cachedShare.flag] !== undefined) {
    throw new UsageError((words) => describeUsageProblem(words, { kind: 'beginningAndShare' }));
  }
  return isAsked;
}

function parseScenario(
  values: OptionValues,
  team: ScenarioDefaults,
  hasOtherShare: boolean,
): Scenario {
  const result = parseScenarioOptions(values, team, hasOtherShare);
  if (result.ok) return result.scenario;
  throw new UsageError((words) => describeOptionProblem(words, result.problem));
}

function parseFormat(json: boolean, format: string | undefined): OutputFormat {
  if (json && format !== undefined) {
    throw new UsageError((words) => describeUsageProblem(words, { kind: 'jsonAndFormat' }));
  }
  if (json) return 'estimates';
  switch (format) {
    case undefined:
      return 'table';
    case 'csv':
    case 'json':
    case 'markdown':
      return format;
    default:
      throw new UsageError((words) =>
        describeUsageProblem(words, { kind: 'format', value: format }),
      );
  }
}

function parseFilesAs(value = 'each'): FilesAs {
  if (value === 'each' || value === 'one' || value === 'text') return value;
  throw new UsageError((words) => describeUsageProblem(words, { kind: 'as', value }));
}

function parseHeaders(value: string | undefined, filesAs: FilesAs): HeaderStyle {
  if (value === undefined) return 'none';
  if (!isHeaderStyle(value)) {
    throw new UsageError((words) => describeUsageProblem(words, { kind: 'headers', value }));
  }
  if (filesAs !== 'one')
    throw new UsageError((words) => describeUsageProblem(words, { kind: 'headersOfEach' }));
  return value;
}

function parseTime(text: string): number {
  const atMs = parseInstant(text);
  if (atMs !== undefined) return atMs;
  throw new UsageError((words) => describeUsageProblem(words, { kind: 'time', value: text }));
}
