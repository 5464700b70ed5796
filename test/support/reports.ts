// Reports for tests: models of the bundled table with simple counts.
import { estimateTexts, type Estimate } from '../../src/core/estimate/estimate';
import type { Scenario } from '../../src/core/scenario/scenario';
import type { Model } from '../../src/core/pricing/table/priceTable';
import type { TokenCount } from '../../src/core/tokens/tokenCount';
import { hostCounts } from '../../src/core/pricing/selection/hosts';
import type { ReportSubject } from '../../src/protocol/subject';
import type { Question } from '../../src/report/figures/question';
import type { KnownTable, PageSettings } from '../../src/report/state/facts';
import { groupModels } from '../../src/core/estimate/counts/groups';
import { bundledModel } from './priceTables';
import { settingsFact } from './settingsFact';

/** On this day o1 costs 15 / 60 and deepseek-r1 0.55 / 2.19 USD per million input / output tokens. */
export const SEED_DAY_MS = Date.parse('2025-01-27');

export const HOSTILE_NAMES = [
  '<img src=x onerror=alert(1)>',
  '=cmd|"/c calc"!A1',
  'report\u202egpj.exe',
  'two\nlines | and `ticks`',
  '@everyone ](javascript:alert(1))',
] as const;

export function exact(tokens: number): TokenCount {
  return { tokens, low: tokens, high: tokens, method: 'exact' };
}

export function seedModels(): readonly Model[] {
  return ['openai/o1', 'deepseek/deepseek-r1'].map(bundledModel);
}

/** Estimate of a model for files with these counts. */
export function rowOf(
  model: Model,
  counts: readonly TokenCount[],
  scenario: Scenario = { outputTokens: 500 },
  atMs = SEED_DAY_MS,
): Estimate {
  return estimateTexts(model, counts, scenario, atMs);
}

/** A subject with the same counts for all models. */
export function subjectOf(
  models: readonly Model[],
  files: Readonly<Record<string, number>>,
  kind: ReportSubject['kind'] = 'document',
): ReportSubject {
  const groups = [...groupModels(models).keys];
  return {
    kind,
    name: kind === 'files' ? 'project' : (Object.keys(files)[0] ?? ''),
    identity: Object.keys(files).join(' '),
    selections: kind === 'selections' ? 1 : 0,
    atMs: SEED_DAY_MS,
    groups,
    files: Object.entries(files).map(([path, tokens]) => ({
      path,
      counts: groups.map(() => [tokens, tokens, tokens, 'exact']),
    })),
    skipped: [],
  };
}

/** A price table that the page has as a whole. */
export function knownTable(models: readonly Model[]): KnownTable {
  const names = new Map(models.map(({ provider, providerName }) => [provider, providerName]));
  return {
    models,
    total: models.length,
    providers: [...names].map(([id, name]) => ({ id, name })),
    hosts: hostCounts({ models }, SEED_DAY_MS),
  };
}

/** A question about all these models and no others. */
export function questionAbout(
  models: readonly Model[],
  subject: ReportSubject,
  scenario: Scenario = { outputTokens: 500 },
  atMs = SEED_DAY_MS,
): Question {
  const table = knownTable(models);
  return { table, models, others: [], subject, scenario, calls: [], usesAnswers: true, atMs };
}

/** The settings of a page whose user has chosen o1. */
export function pageSettings(settings: Partial<PageSettings> = {}): PageSettings {
  const { type: _type, ...defaults } = settingsFact();
  return { ...defaults, scenario: { outputTokens: 500 }, ...settings };
}
