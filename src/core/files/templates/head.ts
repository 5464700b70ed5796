import { JSON_SCHEMA, load } from 'js-yaml';
import { isRecord } from '../../json';
import type { PlaceholderStyle } from './placeholder';
import type { TemplateValues } from './values';

/** What the front matter of a template says of its values. */
export interface TemplateHead {
  readonly style: PlaceholderStyle;
  /** Written in the front matter. */
  readonly sample: TemplateValues;
  /** Files, relative to the template: of whole samples, and of single values by name. */
  readonly sampleFile: string | undefined;
  readonly valueFiles: Readonly<Record<string, string>>;
  readonly defaults: TemplateValues;
}

export const NO_HEAD: TemplateHead = {
  style: 'marked',
  sample: {},
  sampleFile: undefined,
  valueFiles: {},
  defaults: {},
};

/** Types that stand in the place of a default: `question: string`. */
const TYPE_NAMES = new Set(['string', 'number', 'integer', 'boolean', 'object', 'array', 'list']);

/**
 * Reads what Prompty and Dotprompt have in front matter: `sample`, inline or the name of a file, as such or as
 * `${file:sample.json}` (https://prompty.ai, "Prompty file spec"; Prompty.yaml of microsoft/prompty); `inputs` with
 * defaults and samples; `input.default` (https://google.github.io/dotprompt/reference/frontmatter). Invalid YAML, as
 * while it is typed, says nothing.
 *
 * @param yaml front matter without its fences.
 */
export function readHead(yaml: string): TemplateHead {
  const fields = parse(yaml);
  if (!isRecord(fields)) return NO_HEAD;
  const { sample, inputs, input } = fields;
  const ofInputs = inputValues(inputs);
  const inline = isRecord(sample) ? sample : {};
  const entries = Object.entries(inline);
  const files = entries.flatMap(([key, value]) => {
    const file = fileIn(value);
    return file === undefined ? [] : [[key, file] as const];
  });
  const dotprompt = isRecord(input) && isRecord(input['default']) ? input['default'] : {};
  return {
    style: styleOf(fields),
    sample: { ...ofInputs.samples, ...withoutFiles(entries) },
    sampleFile: typeof sample === 'string' ? (fileIn(sample) ?? sample) : undefined,
    valueFiles: Object.fromEntries(files),
    defaults: { ...dotprompt, ...ofInputs.defaults },
  };
}

function withoutFiles(entries: readonly (readonly [string, unknown])[]): TemplateValues {
  return Object.fromEntries(entries.filter(([, value]) => fileIn(value) === undefined));
}

/** `${file:sample.json}`. */
function fileIn(value: unknown): string | undefined {
  return typeof value === 'string' ? /^\$\{file:([^}]+)\}$/.exec(value.trim())?.[1] : undefined;
}

/** LangChain's prompty loader takes `f-string` as the type of a template, its prompt files as `template_format`. */
function styleOf(fields: Readonly<Record<string, unknown>>): PlaceholderStyle {
  const { template, template_format: format } = fields;
  const named = isRecord(template) ? [template['type'], template['format']] : [template];
  return [format, ...named].includes('f-string') ? 'braces' : 'marked';
}

interface InputValues {
  readonly defaults: TemplateValues;
  readonly samples: TemplateValues;
}

/** `inputs` as an object by name, or as a list of objects with a `name`. */
function inputValues(inputs: unknown): InputValues {
  const entries = Array.isArray(inputs)
    ? inputs.flatMap((each: unknown) => named(each))
    : Object.entries(isRecord(inputs) ? inputs : {});
  const valuesAt = (key: 'default' | 'sample'): TemplateValues =>
    Object.fromEntries(
      entries.flatMap(([name, input]) => {
        const value = isRecord(input) ? input[key] : plainDefault(key, input);
        return value === undefined ? [] : [[name, value] as const];
      }),
    );
  return { defaults: valuesAt('default'), samples: valuesAt('sample') };
}

function named(input: unknown): readonly (readonly [string, unknown])[] {
  return isRecord(input) && typeof input['name'] === 'string' ? [[input['name'], input]] : [];
}

function plainDefault(key: 'default' | 'sample', input: unknown): unknown {
  const isPlain = typeof input === 'number' || typeof input === 'boolean';
  const isText = typeof input === 'string' && !TYPE_NAMES.has(input);
  return key === 'default' && (isPlain || isText) ? input : undefined;
}

function parse(yaml: string): unknown {
  try {
    return load(yaml, { schema: JSON_SCHEMA });
  } catch {
    return undefined;
  }
}
