import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import { isRecord } from '../json';
import { frontMatter, type FileKind } from './sentText';
import type { Lines } from './promptSections';

/** What a prompt file says of its call; at least one is there. */
export interface FileCall {
  /** As written. */
  readonly modelName: string | undefined;
  /** The answer has no more tokens. */
  readonly maxOutputTokens: number | undefined;
}

/** Larger numbers are no ceiling of a model. */
const MOST_OUTPUT_TOKENS = 10_000_000;

/** Where tools have the name of a model; under `model`, or for VS Code's prompt files `model` itself. */
const NAME_PATHS: readonly (readonly string[])[] = [
  ['model'],
  ['model', 'id'],
  ['model', 'configuration', 'azure_deployment'],
  ['model', 'configuration', 'name'],
  ['model', 'configuration', 'model'],
  ['model', 'name'],
];

/** Prompty has `model.parameters` or `model.options`, Firebase's dotprompt `config`. */
const LIMIT_PLACES: readonly (readonly string[])[] = [
  ['model', 'parameters'],
  ['model', 'options'],
  ['parameters'],
  ['config'],
  [],
];

const LIMIT_KEYS = ['max_tokens', 'max_completion_tokens', 'max_output_tokens', 'maxOutputTokens'];

/** The model and the ceiling of the answer that a file's front matter names; undefined if it names neither. */
export function fileCall(lines: Lines, file: FileKind): FileCall | undefined {
  const text = frontMatter(lines, file);
  return text === undefined ? undefined : parseFileCall(text);
}

/** @param yaml front matter without its fences. */
export function parseFileCall(yaml: string): FileCall | undefined {
  const fields = parse(yaml);
  const modelName = firstOf(NAME_PATHS.map((path) => nameOf(valueAt(fields, path))));
  const limits = LIMIT_PLACES.flatMap((place) => {
    const parameters = valueAt(fields, place);
    return LIMIT_KEYS.map((key) => limitOf(valueAt(parameters, [key])));
  });
  const maxOutputTokens = firstOf(limits);
  if (modelName === undefined && maxOutputTokens === undefined) return undefined;
  return { modelName, maxOutputTokens };
}

/** All scalars are texts: a model is called "4.1". Undefined for invalid YAML, as while it is typed. */
function parse(yaml: string): unknown {
  try {
    return load(yaml, { schema: FAILSAFE_SCHEMA });
  } catch {
    return undefined;
  }
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  let at = value;
  for (const key of path) at = isRecord(at) && Object.hasOwn(at, key) ? at[key] : undefined;
  return at;
}

/** A name, or the first of a list by preference. A placeholder such as `${env:DEPLOYMENT}` is no name. */
function nameOf(value: unknown): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof first !== 'string' || /[{}\n]/.test(first)) return undefined;
  // VS Code writes the vendor behind the name: "GPT-4o (copilot)".
  const name = first.replace(/\s+\(copilot\)$/i, '').trim();
  return name === '' ? undefined : name;
}

function limitOf(value: unknown): number | undefined {
  if (typeof value !== 'string' || !/^\d{1,8}$/.test(value)) return undefined;
  const tokens = Number(value);
  return tokens >= 1 && tokens <= MOST_OUTPUT_TOKENS ? tokens : undefined;
}

function firstOf<Value>(values: readonly (Value | undefined)[]): Value | undefined {
  return values.find((value) => value !== undefined);
}
