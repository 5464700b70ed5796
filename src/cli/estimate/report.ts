import { withBeginning } from '../../core/estimate/counts/beginning';
import { sharedCounts } from '../../core/estimate/counts/shared';
import { estimateTexts } from '../../core/estimate/estimate';
import type { OwnCall } from '../../core/estimate/modelScenario';
import type { ExportReport } from '../../core/export/report';
import type { Model } from '../../core/pricing/table/priceTable';
import type { Scenario } from '../../core/scenario/scenario';
import type { CountedFile, CountedFiles } from '../files/counted';
import type { Io } from '../io';
import { readVersion } from '../shipped';

export interface Question {
  readonly models: readonly Model[];
  readonly scenario: Scenario;
  readonly atMs: number;
  /** Whether to say when caching pays where no cache is assumed. */
  readonly asksCaching: boolean;
}

/** The estimates of all models, of one call with each text. */
export async function makeReport(
  io: Io,
  { files: texts, beginning }: Pick<CountedFiles, 'files' | 'beginning'>,
  question: Question,
): Promise<ExportReport> {
  const { models, scenario, atMs } = question;
  const calls = callsOf(texts);
  const countsOf = sharedCounts(texts);
  return {
    version: await readVersion(io),
    atMs,
    scenario,
    paths: texts.map(({ path }) => path),
    customIds: customIdsOf(texts),
    templates: texts.map(({ template }) => template),
    rows: models.map((model) =>
      withBeginning(
        estimateTexts(model, countsOf(model), scenario, atMs, calls),
        beginning && { kind: beginning.kind, count: beginning.countFor(model) },
      ),
    ),
  };
}

/** Absent in the report of texts without an id. */
export function customIdsOf(texts: readonly CountedFile[]): ExportReport['customIds'] {
  const ids = texts.map(({ request }) => request?.id);
  return ids.every((id) => id === undefined) ? undefined : ids;
}

/** What requests say of their own calls; empty if there are none. */
export function callsOf(texts: readonly CountedFile[]): readonly OwnCall[] {
  return texts.every(({ call }) => call === undefined)
    ? []
    : texts.map(({ call = ASSUMED }) => call);
}

/** A call that says nothing of itself. */
export const ASSUMED: OwnCall = {};
