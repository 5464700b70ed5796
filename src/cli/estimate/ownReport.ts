import { estimateTexts, type Estimate } from '../../core/estimate/estimate';
import type { OwnCall } from '../../core/estimate/modelScenario';
import { estimateOnOwn } from '../../core/estimate/own/eachOnOwn';
import type { ExportedLine, ExportReport } from '../../core/export/report';
import { suggestedIds } from '../../core/pricing/names/unknown/suggest';
import { resolveModel } from '../../core/pricing/names/resolveModel';
import type { Model, PriceTable } from '../../core/pricing/table/priceTable';
import { visibleText } from '../../core/figures/visibleText';
import type { Scenario } from '../../core/scenario/scenario';
import { describeUsageProblem } from '../../wording/documents/terminal';
import { describeUnresolved } from '../../wording/models/names';
import { unknownInFile } from '../../wording/views/fileCall';
import { about } from '../../wording/words';
import type { CountedFile } from '../files/counted';
import type { Io } from '../io';
import { modelNamed } from '../modelNamed';
import { writeNotice } from '../notice';
import { UsageError } from '../usageError';
import { readVersion } from '../shipped';
import type { EstimateOptions } from './options';
import { linesWithoutModel, requestFileOn, requestsOn, type OnModel } from './ownRequests';
import { ASSUMED, customIdsOf } from './report';

interface Question {
  readonly table: PriceTable;
  readonly options: EstimateOptions;
  /** The model of files that name none; undefined: there must be no such file. */
  readonly base: Model | undefined;
  readonly scenario: Scenario;
}

interface OwnReport {
  readonly report: ExportReport;
  /** The files or requests that are priced; of a file with requests on several models, one entry for each. */
  readonly files: readonly CountedFile[];
  /** Requests that are on no model. */
  readonly notPriced: readonly ExportedLine[];
}

/**
 * One row: each file on the model, and with the longest answer, that it names, as the editor prices it once the user has
 * said so; each request on its model, also of a file in a folder.
 *
 * @throws {UsageError} if a file names no model that the table has, and there is no other.
 */
export async function makeOwnReport(
  io: Io,
  files: readonly CountedFile[],
  question: Question,
): Promise<OwnReport> {
  const { base, scenario, options } = question;
  const areRequests = files.some(isRequest);
  const priced = areRequests
    ? requestsOn(io, files, { table: question.table, base, atMs: options.atMs })
    : filesOn(io, files, question);
  const shown = priced.map(({ file }) => file);
  const report = {
    version: await readVersion(io),
    atMs: options.atMs,
    scenario,
    paths: shown.map(({ path }) => path),
    customIds: customIdsOf(shown),
    templates: shown.map(({ template }) => template),
    files: areRequests ? undefined : files.length,
    rows: [
      rowOf(
        priced,
        shown.map((file) => callOf(file, options)),
        question,
      ),
    ],
    ownModelIds: priced.map(({ model }) => (model === base ? undefined : model.id)),
  };
  return { report, files: shown, notPriced: linesWithoutModel(files, shown) };
}

function filesOn(io: Io, files: readonly CountedFile[], question: Question): readonly OnModel[] {
  const { table, base, options } = question;
  const ofRequests = { table, base, atMs: options.atMs };
  return files.flatMap((file) =>
    file.stated
      ? requestFileOn(io, file, file.stated, ofRequests)
      : [{ file, model: modelOf(io, file, question) }],
  );
}

/** A picture, and a file of requests in a folder, have calls of their own, too, and are files. */
function isRequest({ call, media, requests }: CountedFile): boolean {
  return call !== undefined && media === undefined && !requests;
}

function rowOf(
  priced: readonly OnModel[],
  calls: readonly OwnCall[],
  { base, scenario, options: { atMs } }: Question,
): Estimate {
  const models = priced.map(({ model }) => model);
  const main = base ?? models[0];
  if (!main) throw new RangeError('no file to price');
  const countsOn = (model: Model) => priced.map(({ file }) => file.countFor(model));
  const onMain = estimateTexts(main, countsOn(main), scenario, atMs, calls);
  return estimateOnOwn(onMain, models, countsOn, calls);
}

/** With the longest answer that a prompt file names, unless the command line has one. */
function callOf(
  { named, call = ASSUMED }: CountedFile,
  { givesOutputTokens }: EstimateOptions,
): OwnCall {
  const outputTokens = named?.maxOutputTokens;
  return outputTokens === undefined || givesOutputTokens ? call : { ...call, outputTokens };
}

function modelOf(io: Io, file: CountedFile, { table, options, base }: Question): Model {
  const { path, named } = file;
  const { atMs } = options;
  const name = named?.modelName;
  if (name === undefined) return base ?? fail(file);
  const found = resolveModel(table, name, atMs);
  if (found.kind === 'found' || !base) return modelNamed(io, table, name, atMs);
  const { words } = io;
  const problem = describeUnresolved(words, name, found, suggestedIds(table, name, found));
  writeNotice(io, visibleText(about(words, path, unknownInFile(words, problem))));
  return base;
}

function fail({ path }: CountedFile): never {
  throw new UsageError((words) => describeUsageProblem(words, { kind: 'noOwnModel', path }));
}
