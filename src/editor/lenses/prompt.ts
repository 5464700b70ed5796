import {
  CodeLens,
  EventEmitter,
  Range,
  Selection,
  type CancellationToken,
  type CodeLensProvider,
  type Command,
  type Disposable,
  type TextDocument,
} from 'vscode';
import { estimateCall, type Estimate } from '../../core/estimate/estimate';
import { countPartsForModel } from '../../core/estimate/counts/model';
import { hasNoText } from '../../core/estimate/textShare';
import { costOfSection } from '../../core/estimate/cost/section';
import { promptSections, type PromptSection } from '../../core/files/promptSections';
import { hasRoles, sentLines, type LineRange } from '../../core/files/sentText';
import type { Model } from '../../core/pricing/table/priceTable';
import type { Sliced } from '../../core/scheduling/sliced';
import { exactCount, type TokenCount } from '../../core/tokens/tokenCount';
import { perCall } from '../../wording/call';
import { describeFit } from '../../wording/comparison';
import { describeCost, noPrice, sectionShare, showCost } from '../../wording/cost';
import { describeExactness, describeTokens } from '../../wording/count';
import { describeMarks, type PriceAge } from '../../wording/marks';
import { noCost, noText } from '../../wording/views/readout';
import { abortSignal } from '../abortSignal';
import { encodingNamed } from '../live/counted';
import { modelOfSetting } from '../live/modelOfSetting';
import type { DocumentCounts } from '../counting/documentCounts';
import { HumanError, messageFor } from '../errors';
import { plainText } from '../../core/figures/plainText';
import type { PriceBook } from '../prices/book';
import { readSettings, type Settings } from '../settings/settings';
import { hostSlices } from '../slices';
import { kindOf, linesOf, rangeOfLines } from '../subject/sentRanges';
import { textOf } from '../subject/subject';
import { templates } from '../subject/templates/templates';
import type { TemplateView } from '../subject/templates/view';
import { wordsOf } from '../words';
import type { Logger } from '../log';

/** The command of a lens that cannot be clicked. */
const NO_COMMAND = '';

/** The part of a document that a lens prices. */
export interface PromptPart {
  readonly document: TextDocument;
  readonly selections: readonly Selection[];
}

class PromptLens extends CodeLens {
  readonly document: TextDocument;
  readonly prompt: readonly Selection[];
  /** The message that the lens prices; undefined: the whole prompt. */
  readonly section: Selection | undefined;

  constructor(
    line: number,
    document: TextDocument,
    prompt: readonly Selection[],
    section?: Selection,
  ) {
    super(new Range(line, 0, line, 0));
    this.document = document;
    this.prompt = prompt;
    this.section = section;
  }
}

interface LensBasis {
  readonly model: Model;
  /** How its name was read, and that the file names it. */
  readonly notes: readonly string[];
  readonly settings: Settings;
  readonly atMs: number;
  /** What is known of the values of placeholders. */
  readonly template: TemplateView | undefined;
}

/**
 * Tokens and cost above prompt files. Sections are found when lenses are asked for, and counted when
 * VS Code is about to show them; it asks again after each edit, and once `refresh` is called.
 */
export class PromptLenses implements CodeLensProvider<PromptLens>, Disposable {
  readonly #counts: DocumentCounts;
  readonly #prices: PriceBook;
  readonly #log: Logger;
  readonly #compareCommand: string;
  readonly #changed = new EventEmitter<void>();

  readonly onDidChangeCodeLenses = this.#changed.event;

  /** @param compareCommand runs on a click, with the clicked part as its argument. */
  constructor(counts: DocumentCounts, prices: PriceBook, log: Logger, compareCommand: string) {
    this.#counts = counts;
    this.#prices = prices;
    this.#log = log;
    this.#compareCommand = compareCommand;
  }

  refresh(): void {
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }

  async provideCodeLenses(document: TextDocument, token: CancellationToken): Promise<PromptLens[]> {
    const { version } = document;
    const work = sectionsOf(document);
    const sections = await hostSlices().run(work, abortSignal(token));
    if (!sections || document.version !== version) return [];
    const prompt = sections.map(({ start, end }) => selectionOf(document, start, end));
    const ofFile = new PromptLens(0, document, prompt);
    const ofRoles = sections.flatMap(({ line }, index) =>
      line === undefined ? [] : [new PromptLens(line, document, prompt, prompt[index])],
    );
    return [ofFile, ...ofRoles];
  }

  async resolveCodeLens(lens: PromptLens, token: CancellationToken): Promise<PromptLens> {
    try {
      const command = await this.#commandOf(lens, abortSignal(token));
      if (command) lens.command = command;
    } catch (error) {
      this.#log.error(error instanceof Error ? error : String(error));
      lens.command = problemCommand(messageFor(error));
    }
    return lens;
  }

  /** @returns undefined if aborted or if the text has changed. */
  async #commandOf(
    { document, prompt, section }: PromptLens,
    signal: AbortSignal,
  ): Promise<Command | undefined> {
    const table = await this.#prices.table(document);
    const settings = readSettings(document);
    const [problem] = settings.problems;
    if (problem) return problemCommand(problem.message);
    const atMs = Date.now();
    const named = modelOfSetting(table, settings, atMs);
    if (named instanceof HumanError) return problemCommand(named.message);
    const { model, reading, fileNote } = named;
    const notes = [fileNote, reading].filter((note) => note !== undefined);
    const count = await this.#count(document, prompt, model, signal);
    if (!count) return undefined;
    const template = templates.view(textOf(document, section ? [section] : prompt));
    const pricing = { model, notes, settings, atMs, template };
    const estimate = estimateCall(model, count, settings.scenario, pricing.atMs);
    if (!section)
      return this.#command(
        { document, selections: prompt },
        fileTitle(estimate, pricing),
        estimate,
        pricing,
      );
    const tokens = await this.#count(document, [section], model, signal);
    if (!tokens) return undefined;
    return this.#command(
      { document, selections: [section] },
      sectionTitle(estimate, tokens, pricing),
      estimate,
      pricing,
    );
  }

  async #count(
    document: TextDocument,
    selections: readonly Selection[],
    model: Model,
    signal: AbortSignal,
  ): Promise<TokenCount | undefined> {
    const subject = textOf(document, selections);
    // A subject without selections would be the whole document.
    if (subject.selections.length === 0) return exactCount(0);
    const encoding = encodingNamed(model.tokenizer.encoding);
    const counts = await this.#counts.count(subject, encoding, signal);
    return counts && countPartsForModel(model, counts);
  }

  #command(part: PromptPart, title: string, estimate: Estimate, pricing: LensBasis): Command {
    const words = wordsOf(pricing.settings);
    const tooltip = [
      plainText(pricing.model.id),
      ...pricing.notes.map(plainText),
      describeTokens(words, estimate.count),
      ...describeMarks(words, estimate, ageOf(pricing)),
      ...describeFit(words, estimate),
      describeExactness(words, estimate.count, pricing.model),
      ...(pricing.template?.notes ?? []).map(plainText),
    ].join(' · ');
    // A comparison without a selection would be one of the whole document.
    const isEmpty = part.selections.every((selection) => selection.isEmpty);
    const command = isEmpty ? NO_COMMAND : this.#compareCommand;
    return { title, tooltip, command, arguments: [part] };
  }
}

/** Lines that are sent. `line`: of the role of a message. */
type Section = LineRange & Partial<Pick<PromptSection, 'line'>>;

/** What is sent of a document, as the status bar prices it. */
function* sectionsOf(document: TextDocument): Sliced<readonly Section[]> {
  const lines = linesOf(document);
  if (hasRoles(document.uri)) return yield* promptSections(lines);
  const all = [{ start: 0, end: lines.count }];
  return (yield* sentLines(lines, kindOf(document))) ?? all;
}

function selectionOf(document: TextDocument, start: number, end: number): Selection {
  const range = rangeOfLines(document, start, end);
  return new Selection(range.start, range.end);
}

function ageOf({ atMs, settings }: LensBasis): PriceAge {
  return { atMs, staleAfterDays: settings.staleAfterDays };
}

/** "1,234 tokens · $0.0123 per call", with the marks of the price; "No text". */
function fileTitle(estimate: Estimate, pricing: LensBasis): string {
  const { settings } = pricing;
  const words = wordsOf(settings);
  if (hasNoText(estimate)) return noText(words);
  const tokens = describeTokens(words, estimate.count);
  const cost = describeCost(words, estimate);
  if (estimate.price.kind === 'unpriced') return `${tokens} · ${cost}`;
  const marks = describeMarks(words, estimate, ageOf(pricing));
  const values = valuesOf(pricing);
  return [tokens, perCall(words, cost, settings.scenario), ...values, ...marks].join(' · ');
}

/** "with sample values", "mean of 3 samples". */
function valuesOf({ template }: LensBasis): readonly string[] {
  return template?.mark === undefined ? [] : [template.mark];
}

/** "120 tokens · $0.0018 as input". */
function sectionTitle(estimate: Estimate, count: TokenCount, pricing: LensBasis): string {
  const { settings } = pricing;
  const words = wordsOf(settings);
  const tokens = describeTokens(words, count);
  const { treatTextAs } = settings.scenario;
  const amount = costOfSection(estimate, count);
  if (!amount) return `${tokens} · ${noPrice(words)}`;
  const share = sectionShare(words, showCost(words, count, amount), treatTextAs);
  return [tokens, share, ...valuesOf(pricing)].join(' · ');
}

function problemCommand(message: string): Command {
  return {
    title: `$(warning) ${noCost(wordsOf())}`,
    tooltip: plainText(message),
    command: NO_COMMAND,
  };
}
