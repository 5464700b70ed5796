import { isRecord, parseJson } from '../../json';
import type { TemplateValues } from './values';

/** Why a file of samples is not used. `entry`: the first one of a list that is no object, from 1. */
export type SampleProblem =
  | { readonly kind: 'notJson' | 'notObjects' | 'emptyList' | 'missing' | 'tooLarge' }
  | { readonly kind: 'entry'; readonly entry: number };

export type ParsedSamples =
  | { readonly ok: true; readonly samples: readonly TemplateValues[] }
  | { readonly ok: false; readonly problem: SampleProblem };

/** The samples in a file: one JSON object, or a list of them. */
export function parseSamples(text: string): ParsedSamples {
  const json = parseJson(text.replace(/^\uFEFF/, ''));
  if (isRecord(json)) return { ok: true, samples: [json] };
  if (json === undefined) return fail({ kind: 'notJson' });
  if (!Array.isArray(json)) return fail({ kind: 'notObjects' });
  if (json.length === 0) return fail({ kind: 'emptyList' });
  const wrong = json.findIndex((entry) => !isRecord(entry));
  if (wrong !== -1) return fail({ kind: 'entry', entry: wrong + 1 });
  return { ok: true, samples: json as TemplateValues[] };
}

function fail(problem: SampleProblem): ParsedSamples {
  return { ok: false, problem };
}

/**
 * The names that the sample file of a template can have, the most particular first: of `greet.prompt.md`
 * `greet.prompt.md.sample.json`, `greet.prompt.sample.json` and `greet.sample.json`.
 */
export function sampleNames(fileName: string): readonly string[] {
  const names: string[] = [];
  for (let stem = fileName; ;) {
    names.push(`${stem}.sample.json`);
    const dot = stem.lastIndexOf('.');
    if (dot <= 0) return names;
    stem = stem.slice(0, dot);
  }
}
