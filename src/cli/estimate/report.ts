import { estimateTexts } from '../../core/estimate/estimate';
import type { ExportReport } from '../../core/export/report';
import type { Model } from '../../core/pricing/table/priceTable';
import type { Scenario } from '../../core/scenario/scenario';
import { sumTokenCounts, type TokenCount } from '../../core/tokens/tokenCount';
import type { FilesAs } from '../../wording/documents/terminal';
import type { CountedFile } from '../files/counted';
import type { Io } from '../io';
import { readVersion } from '../version';

interface Question {
  readonly models: readonly Model[];
  readonly scenario: Scenario;
  readonly atMs: number;
  readonly filesAs: FilesAs;
  /** As given on the command line. */
  readonly paths: readonly string[];
}

/** The estimates of all models, of one call with each file, or of one call with all files together. */
export async function makeReport(
  io: Io,
  files: readonly CountedFile[],
  { models, scenario, atMs, filesAs, paths: given }: Question,
): Promise<ExportReport> {
  const countsOf = (model: Model): readonly TokenCount[] => {
    const counts = files.map(({ countFor }) => countFor(model));
    return filesAs === 'each' ? counts : [sumTokenCounts(counts)];
  };
  return {
    version: await readVersion(io),
    atMs,
    scenario,
    paths: filesAs === 'each' ? files.map(({ path }) => path) : [given.join(', ')],
    rows: models.map((model) => estimateTexts(model, countsOf(model), scenario, atMs)),
  };
}
