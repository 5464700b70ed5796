import type { Estimate } from '../estimate/estimate';
import { estimateSamples, worstSample } from '../estimate/samples';
import { moneyToDecimal } from '../pricing/money';
import type { ExportedTemplate } from './report';

/** One call with one sample of a template, described in docs/exports.md. */
export interface SampleJson {
  /** The place in the list of samples, from 1. */
  readonly sample: number;
  readonly tokens: number;
  readonly low: number;
  readonly high: number;
  /** Null without a price. */
  readonly totalUsd: string | null;
}

/** What an estimate has if its text has several samples, of which its own figures are the means. */
export interface SamplesJson {
  readonly samples: readonly SampleJson[];
  /** The one that costs the most, else the longest. */
  readonly worstSample: SampleJson;
}

/** Undefined if the text has not several samples. */
export function samplesToJson(estimate: Estimate): SamplesJson | undefined {
  const worst = worstSample(estimate);
  return (
    worst && {
      samples: estimateSamples(estimate).map(sampleToJson),
      worstSample: sampleToJson(worst.estimate, worst.place),
    }
  );
}

function sampleToJson({ count, price }: Estimate, place: number): SampleJson {
  const { tokens, low, high } = count;
  const totalUsd = price.kind === 'priced' ? moneyToDecimal(price.expected.total) : null;
  return { sample: place + 1, tokens, low, high, totalUsd };
}

/** What is known of the values of a template, described in docs/exports.md. */
export interface TemplateJson {
  readonly samples: number;
  /** Undefined: all are counted. */
  readonly allSamples: number | undefined;
  readonly sampleFiles: readonly string[];
  readonly placeholdersWithoutValue: readonly string[];
}

export function templateToJson(template: ExportedTemplate | undefined): TemplateJson | undefined {
  if (!template) return undefined;
  const { samples, allSamples, files, asWritten } = template;
  return {
    samples,
    allSamples: allSamples > samples ? allSamples : undefined,
    sampleFiles: files,
    placeholdersWithoutValue: asWritten,
  };
}

/** The columns of a text in CSV; all lines have them if one text is a template. */
export function sampleCells(
  template: ExportedTemplate | undefined,
  estimate: Estimate | undefined,
): readonly (readonly [heading: string, cell: string | number | null | undefined])[] {
  const worst = estimate && samplesToJson(estimate)?.worstSample;
  return [
    ['samples', template?.samples],
    ['sample_files', template?.files.join('; ')],
    ['placeholders_without_value', template?.asWritten.join('; ')],
    ['worst_sample', worst?.sample],
    ['worst_sample_tokens', worst?.tokens],
    ['worst_sample_usd', worst?.totalUsd],
  ];
}
