import { estimateTexts } from '../../core/estimate/estimate';
import type { OwnCall } from '../../core/estimate/modelScenario';
import { isFileCalls } from '../../core/estimate/counts/many';
import { withoutAnswers } from '../../core/estimate/own/calls';
import { fileWithoutAnswers } from '../../core/estimate/own/fileCalls';
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
  /** Whether a request has the longest answer that it states. */
  readonly usesStated: boolean;
  /** An answer that the user gives wins over those that requests state. */
  readonly givesOutputTokens: boolean;
  /** As given on the command line. */
  readonly paths: readonly string[];
}

/** The estimates of all models, of one call with each file, or of one call with all files together. */
export async function makeReport(
  io: Io,
  files: readonly CountedFile[],
  { models, scenario, atMs, filesAs, usesStated, givesOutputTokens, paths: given }: Question,
): Promise<ExportReport> {
  const countsOf = (model: Model): readonly TokenCount[] => {
    const counts = files.map(({ countFor }) => countFor(model));
    return filesAs !== 'one' ? counts : [sumTokenCounts(counts)];
  };
  const calls = callsOf(files, usesStated && !givesOutputTokens);
  return {
    version: await readVersion(io),
    atMs,
    scenario,
    paths: filesAs !== 'one' ? files.map(({ path }) => path) : [given.join(', ')],
    rows: models.map((model) => estimateTexts(model, countsOf(model), scenario, atMs, calls)),
  };
}

/** What requests say of their own calls; empty if there are none. */
function callsOf(files: readonly CountedFile[], usesAnswers: boolean): readonly OwnCall[] {
  if (files.every(({ call }) => call === undefined)) return [];
  const calls = files.map(({ call = ASSUMED }) => call);
  return usesAnswers ? calls : withoutAnswers(calls).map(assumed);
}

const ASSUMED: OwnCall = {};

function assumed(call: OwnCall): OwnCall {
  return isFileCalls(call) ? fileWithoutAnswers(call) : call;
}
