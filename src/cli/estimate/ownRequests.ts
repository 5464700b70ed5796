import { isMany, textsIn, textsOfCalls } from '../../core/estimate/counts/many';
import type { ExportedLine } from '../../core/export/report';
import type { KeptCall } from '../../core/estimate/own/calls';
import { modelsOfFile, namedModels, type Named } from '../../core/estimate/own/requestModels';
import { visibleText } from '../../core/figures/visibleText';
import { resolveModel } from '../../core/pricing/names/resolveModel';
import type { Model, PriceTable } from '../../core/pricing/table/priceTable';
import { statesOutput } from '../../core/requests/facts';
import type { TokenCount } from '../../core/tokens/tokenCount';
import { onGivenModel, unknownStatedModels, withoutModel } from '../../wording/documents/requests';
import { describeUsageProblem } from '../../wording/documents/terminal';
import { about, type Words } from '../../wording/words';
import type { CountedFile } from '../files/counted';
import type { Io } from '../io';
import { modelNamed } from '../modelNamed';
import { writeNotice } from '../notice';
import { UsageError } from '../usageError';

/** A file, the requests in a file that have one model, or one request, and the model that prices it. */
export interface OnModel {
  readonly file: CountedFile;
  readonly model: Model;
}

interface Question {
  readonly table: PriceTable;
  /** The model of requests that name none of the table; undefined: they are in no sum. */
  readonly base: Model | undefined;
  readonly atMs: number;
}

/**
 * Requests, each on the model that it names.
 *
 * @throws {UsageError} if none has a model.
 */
export function requestsOn(
  io: Io,
  files: readonly CountedFile[],
  question: Question,
): readonly OnModel[] {
  const { base } = question;
  const named = files.map((file): Named => ({ modelName: file.named?.modelName }));
  const models = ownModels(named, question);
  const without = models.filter((model) => !model).length;
  if (models.length === without) refuse(io, files[0]?.path ?? '', named, question);
  const notes = withoutNotes(io.words, unknownNames(named, question), without, question);
  // Which names are unknown was said where the models were chosen, unless the user has named one.
  for (const note of base ? notes : notes.slice(-1)) writeNotice(io, note);
  return files.flatMap((file, index) => {
    const model = models[index] ?? base;
    return model ? [{ file, model }] : [];
  });
}

/**
 * The requests of a file in a folder, those of each model together.
 *
 * @param stated what the calls state.
 * @throws {UsageError} if none has a model.
 */
export function requestFileOn(
  io: Io,
  file: CountedFile,
  stated: readonly KeptCall[],
  question: Question,
): readonly OnModel[] {
  const { base } = question;
  const models = ownModels(stated, question);
  if (models.every((model) => !model)) refuse(io, file.path, stated, question);
  const some = models.find((model) => model) ?? base;
  const without = some ? numberOf(file.countFor(some), (call) => !models[call]) : 0;
  for (const note of withoutNotes(io.words, unknownNames(stated, question), without, question))
    writeNotice(io, visibleText(about(io.words, file.path, note)));
  const each = models.map((model) => model ?? base);
  const different = [...new Set(each)];
  return different.flatMap((model) => {
    if (!model) return [];
    const isIn = (call: number): boolean => each[call] === model;
    return { file: different.length === 1 ? file : partOf(file, stated, isIn, model), model };
  });
}

/** The model of each request; undefined: the one that the user gives for those that name none. */
function ownModels(
  requests: readonly Named[],
  { table, base, atMs }: Question,
): readonly (Model | undefined)[] {
  return (base ? namedModels : modelsOfFile)(table, requests, atMs);
}

/** @throws {UsageError} if no request names a model of the table, and there is no other. */
function refuse(
  io: Io,
  path: string,
  named: readonly Named[],
  { table, base, atMs }: Question,
): void {
  if (base) return;
  const unknown = named.find(({ modelName }) => modelName !== undefined)?.modelName;
  if (unknown !== undefined) modelNamed(io, table, unknown, atMs);
  throw new UsageError((words) => describeUsageProblem(words, { kind: 'noOwnModel', path }));
}

/** The names that lead to no model of the table, each once. */
function unknownNames(named: readonly Named[], { table, atMs }: Question): readonly string[] {
  const names = new Set(named.flatMap(({ modelName }) => modelName ?? []));
  return [...names].filter((name) => resolveModel(table, name, atMs).kind !== 'found');
}

/** Each unknown name, and last what becomes of the requests; of those that name nothing, only where they are in no sum. */
function withoutNotes(
  words: Words,
  unknown: readonly string[],
  without: number,
  { base }: Question,
): readonly string[] {
  if (without === 0 || (base && unknown.length === 0)) return [];
  const fate = base ? onGivenModel(words, without, base.id) : withoutModel(words, without);
  return [...unknownStatedModels(words, unknown), fate];
}

function partOf(
  file: CountedFile,
  stated: readonly KeptCall[],
  isIn: (call: number) => boolean,
  on: Model,
): CountedFile {
  const { requests: facts, countFor } = file;
  if (!facts) return file;
  const numberIn = (isWanted: (call: number) => boolean): number =>
    numberOf(countFor(on), (call) => isIn(call) && isWanted(call));
  const hasOutput = (call: number): boolean => {
    const of = stated[call];
    return of !== undefined && statesOutput(of);
  };
  return {
    ...file,
    countFor: (model) => textsAt(countFor(model), isIn),
    requests: { ...facts, requests: numberIn(() => true), stated: numberIn(hasOutput) },
  };
}

function textsAt(count: TokenCount, isIn: (call: number) => boolean): TokenCount {
  return isMany(count) ? textsOfCalls(count, isIn) : count;
}

function numberOf(count: TokenCount, isIn: (call: number) => boolean): number {
  return textsIn([textsAt(count, isIn)]);
}

/** Requests that are on no model, because they name none that the price table has. */
export function linesWithoutModel(
  all: readonly CountedFile[],
  priced: readonly CountedFile[],
): readonly ExportedLine[] {
  const known = new Set(priced);
  return all.flatMap((file) => {
    const { request, named } = file;
    if (!request || known.has(file)) return [];
    const reason = named?.modelName === undefined ? 'noModel' : 'unknownModel';
    return { path: request.path, line: request.line, reason };
  });
}
