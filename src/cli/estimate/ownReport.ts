import { estimateTexts, type Estimate } from '../../core/estimate/estimate';
import type { OwnCall } from '../../core/estimate/modelScenario';
import { estimateOnOwn } from '../../core/estimate/own/eachOnOwn';
import { namedModels } from '../../core/estimate/own/requestModels';
import type { ExportReport } from '../../core/export/report';
import { suggestedIds } from '../../core/pricing/names/unknown/suggest';
import { resolveModel } from '../../core/pricing/names/resolveModel';
import type { Model, PriceTable } from '../../core/pricing/table/priceTable';
import { visibleText } from '../../core/figures/visibleText';
import type { Scenario } from '../../core/scenario/scenario';
import { withoutModel } from '../../wording/documents/requests';
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
import { ASSUMED } from './report';

interface Question {
  readonly table: PriceTable;
  readonly options: EstimateOptions;
  /** The model of files that name none; undefined: there must be no such file. */
  readonly base: Model | undefined;
  readonly scenario: Scenario;
}

/** A file or request and the model that prices it. */
interface OnModel {
  readonly file: CountedFile;
  readonly model: Model;
}

interface OwnReport {
  readonly report: ExportReport;
  /** The files or requests that are priced. */
  readonly files: readonly CountedFile[];
}

/**
 * One row: each file on the model, and with the longest answer, that it names, as the editor prices it once the user has
 * said so; each request on its model.
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
  const priced = areRequests ? requestsOn(io, files, question) : filesOn(io, files, question);
  const shown = priced.map(({ file }) => file);
  const report = {
    version: await readVersion(io),
    atMs: options.atMs,
    scenario,
    paths: shown.map(({ path }) => path),
    rows: [
      rowOf(
        priced,
        shown.map((file) => callOf(file, options)),
        question,
      ),
    ],
    ownModelIds: priced.map(({ model }) => (model === base ? undefined : model.id)),
  };
  return { report, files: shown };
}

function filesOn(io: Io, files: readonly CountedFile[], question: Question): readonly OnModel[] {
  return files.map((file) => ({ file, model: modelOf(io, file, question) }));
}

/** A picture, and a file of requests in a folder, have calls of their own, too, and are files. */
function isRequest({ call, media, requests }: CountedFile): boolean {
  return call !== undefined && media === undefined && !requests;
}

/** Requests that name no model of the table have no price without another one. */
function requestsOn(
  io: Io,
  files: readonly CountedFile[],
  { table, base, options: { atMs } }: Question,
): readonly OnModel[] {
  const names = files.map(({ named }) => ({ modelName: named?.modelName }));
  const models = namedModels(table, names, atMs);
  const priced = files.flatMap((file, index) => {
    const model = models[index] ?? base;
    return model ? [{ file, model }] : [];
  });
  const without = files.length - priced.length;
  if (without > 0) writeNotice(io, withoutModel(without));
  return priced;
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
  const problem = describeUnresolved(ENGLISH, name, found, suggestedIds(table, name, found));
  writeNotice(io, visibleText(`${path}: ${unknownInFile(ENGLISH, problem)}`));
  return base;
}

/** Among other files, a file of requests is on one model. */
function fail({ path, requests }: CountedFile): never {
  const models = requests?.modelNames.length ?? 0;
  throw new UsageError(
    describeUsageProblem(
      models > 1 ? { kind: 'severalOwnModels', path, models } : { kind: 'noOwnModel', path },
    ),
  );
}
