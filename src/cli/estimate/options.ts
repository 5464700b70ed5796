import { parseArgs } from 'node:util';
import { parseInstant } from '../../core/pricing/instant';
import { parseScenarioOptions, SCENARIO_OPTIONS } from '../../core/scenario/options';
import type { Scenario } from '../../core/scenario/scenario';
import { describeOptionProblem } from '../../wording/scenario/options';
import { describeUsageProblem } from '../../wording/documents/terminal';
import { UsageError } from '../usageError';

export type OutputFormat = 'table' | 'estimates' | 'csv' | 'json' | 'markdown';

export interface EstimateOptions {
  readonly paths: readonly string[];
  /** As given; empty: all models. */
  readonly modelNames: readonly string[];
  /** Words of models; undefined: the current selection. */
  readonly filter: string | undefined;
  readonly showsAll: boolean;
  readonly format: OutputFormat;
  readonly atMs: number;
  /** Path of a newer price table. */
  readonly prices: string | undefined;
  /** Path of VS Code settings. */
  readonly settings: string | undefined;
  readonly scenario: Scenario;
}

/** @throws {UsageError} if an option or its value is invalid. */
export function parseEstimateOptions(args: string[], nowMs: number): EstimateOptions {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      all: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      format: { type: 'string' },
      find: { type: 'string' },
      model: { type: 'string', multiple: true, default: [] },
      at: { type: 'string' },
      prices: { type: 'string' },
      settings: { type: 'string' },
      ...SCENARIO_OPTIONS,
    },
  });
  if (positionals.length === 0) {
    throw new UsageError(describeUsageProblem({ kind: 'noFile' }));
  }
  const scenario = parseScenarioOptions(values);
  if (!scenario.ok) throw new UsageError(describeOptionProblem(scenario.problem));
  return {
    paths: positionals,
    modelNames: values.model,
    filter: values.find,
    showsAll: values.all,
    format: parseFormat(values.json, values.format),
    atMs: values.at === undefined ? nowMs : parseTime(values.at),
    prices: values.prices,
    settings: values.settings,
    scenario: scenario.scenario,
  };
}

function parseFormat(json: boolean, format: string | undefined): OutputFormat {
  if (json && format !== undefined) {
    throw new UsageError(describeUsageProblem({ kind: 'jsonAndFormat' }));
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
      throw new UsageError(describeUsageProblem({ kind: 'format', value: format }));
  }
}

function parseTime(text: string): number {
  const atMs = parseInstant(text);
  if (atMs !== undefined) return atMs;
  throw new UsageError(describeUsageProblem({ kind: 'time', value: text }));
}
