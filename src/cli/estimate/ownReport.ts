import { estimateTexts, type Estimate } from '../../core/estimate/estimate';
import { isFileCalls } from '../../core/estimate/counts/many';
import type { OwnCall } from '../../core/estimate/modelScenario';
import { fileWithoutAnswers } from '../../core/estimate/own/fileCalls';
import { onOwnModels } from '../../core/estimate/own/models';
import type { ExportReport } from '../../core/export/report';
import { suggestedIds } from '../../core/pricing/names/unknown/suggest';
import { resolveModel } from '../../core/pricing/names/resolveModel';
import type { Model, PriceTable } from '../../core/pricing/table/priceTable';
import { visibleText } from '../../core/figures/visibleText';
import type { Scenario } from '../../core/scenario/scenario';
import { describeUsageProblem } from '../../wording/documents/terminal';
import { describeUnresolved } from '../../wording/models/names';
import { unknownInFile } from '../../wording/views/fileCall';
import { ENGLISH } from '../../wording/words';
import type { CountedFile } from '../files/counted';
import type { Io } from '../io';
import { modelNamed } from '../modelNamed';
import { writeNotice } from '../notice';
import { UsageError } from '../usageError';
import { readVersion } from '../version';
import type { EstimateOptions } from './options';

interface Question {
  readonly table: PriceTable;
  readonly options: EstimateOptions;
  /** The model of files that name none; undefined: there must be no such file. */
  readonly base: Model | undefined;
  readonly scenario: Scenario;
}

/**
 * One row: each file on the model, and with the longest answer, that it names, as the editor prices it once the user has
 * said so.
 *
 * @throws {UsageError} if a file names no model that the table has, and there is no other.
 */
export async function makeOwnReport(
  io: Io,
  files: readonly CountedFile[],
  question: Question,
): Promise<ExportReport> {
  const { base, scenario, options } = question;
  const { atMs } = options;
  const calls = files.map((file) => callOf(file, options));
  const each = files.map((file, index) => {
    const model = modelOf(io, file, question);
    return estimateFile(model, file, scenario, atMs, calls[index]);
  });
  return {
    version: await readVersion(io),
    atMs,
    scenario,
    paths: files.map(({ path }) => path),
    rows: [rowOf(each, calls, files, question)],
    ownModelIds: each.map(({ model }) => (model === base ? undefined : model.id)),
  };
}

/** Requests have calls of their own below that of their file. */
function estimateFile(
  model: Model,
  { countFor, call: beside }: CountedFile,
  scenario: Scenario,
  atMs: number,
  call: OwnCall = {},
): Estimate {
  const counts = [countFor(model)];
  if (isFileCalls(call)) return estimateTexts(model, counts, scenario, atMs, [call]);
  return estimateTexts(model, counts, { ...scenario, ...call }, atMs, beside ? [beside] : []);
}

function rowOf(
  each: readonly Estimate[],
  calls: readonly OwnCall[],
  files: readonly CountedFile[],
  { base, scenario, options: { atMs } }: Question,
): Estimate {
  const [first] = each;
  if (!first) throw new RangeError('no file to price');
  const counts = base && files.map(({ countFor }) => countFor(base));
  const main = base && counts ? estimateTexts(base, counts, scenario, atMs, calls) : first;
  return onOwnModels({ ...main, calls }, each);
}

/** The longest answer that a file names, unless the command line has one. */
function callOf({ named, call }: CountedFile, { givesOutputTokens }: EstimateOptions): OwnCall {
  if (isFileCalls(call)) return givesOutputTokens ? fileWithoutAnswers(call) : call;
  const tokens = named?.maxOutputTokens;
  return tokens === undefined || givesOutputTokens ? {} : { outputTokens: tokens };
}

function modelOf(io: Io, { path, named }: CountedFile, { table, options, base }: Question): Model {
  const { atMs } = options;
  const name = named?.modelName;
  if (name === undefined) return base ?? fail(path);
  const found = resolveModel(table, name, atMs);
  if (found.kind === 'found' || !base) return modelNamed(io, table, name, atMs);
  const problem = describeUnresolved(ENGLISH, name, found, suggestedIds(table, name, found));
  writeNotice(io, visibleText(`${path}: ${unknownInFile(ENGLISH, problem)}`));
  return base;
}

function fail(path: string): never {
  throw new UsageError(describeUsageProblem({ kind: 'noOwnModel', path }));
}
