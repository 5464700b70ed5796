import { markdownTable } from 'markdown-table';
import type { CostPart } from '../../core/estimate/cost/parts';
import type { Estimate, Priced } from '../../core/estimate/estimate';
import { isFromText } from '../../core/estimate/isFromText';
import type { Model } from '../../core/pricing/table/priceTable';
import { escapeMarkdown } from '../../core/figures/escapeMarkdown';
import { estimateMark } from '../../core/tokens/tokenCount';
import { describeReason } from '../../wording/cost';
import { describeTokens } from '../../wording/count';
import { nameOfModels } from '../../wording/models/names';
import { showMoney } from '../../wording/numbers';
import {
  breakdownHeadings,
  breakdownPart,
  breakdownTotal,
  linkTitle,
  type TooltipLink,
} from '../../wording/views/tooltip';
import { describeSplit } from '../../wording/views/readout';
import type { Words } from '../../wording/words';
import type { Settings } from '../settings/settings';
import type { ReadoutFacts } from './facts';
import {
  ANSWER_FILE_CALL,
  ANSWER_HINT,
  fileCallLine,
  END_INTRODUCTION,
  hintNotes,
  introductionNotes,
  newsNotes,
  NOTE_PRICE,
  priceNotes,
  reportNotes,
  sheetLink,
  SHOW_COUNTING,
  textNotes,
  warningNotes,
} from './notes';

const LINKS: readonly TooltipLink[] = [
  'compareModels',
  'openReport',
  'selectModel',
  'setScenario',
  'showPriceSheet',
];

const ROOM = '&emsp;';

/** The commands that the tooltip's links run. */
export const TOOLTIP_COMMANDS = [
  NOTE_PRICE,
  ANSWER_HINT,
  ANSWER_FILE_CALL,
  END_INTRODUCTION,
  SHOW_COUNTING,
  'apiSpend.getStarted',
  'apiSpend.fillInTemplateValues',
  ...LINKS.map((link) => `apiSpend.${link}`),
];

/** The tooltip in Markdown: each part of the cost with tokens, rate and amount, and the rules of the price. */
export function tooltipText(facts: ReadoutFacts): string {
  const { name, estimate, reading, fileCall, settings, words } = facts;
  const { model, price } = estimate;
  const blocks = [
    facts.done ? [escapeMarkdown(facts.done.sentence)] : [],
    introductionNotes(facts),
    [
      [
        `**${escapeMarkdown(nameOfModels(words, estimate))}**`,
        ...(estimate.shares ? [] : idOf(model)),
        escapeMarkdown(name),
      ].join(' · '),
      ...(fileCall?.kind === 'used' ? [fileCallLine(words, fileCall)] : []),
      ...(reading === undefined ? [] : [escapeMarkdown(reading)]),
    ],
    fileCall && fileCall.kind !== 'used' ? [fileCallLine(words, fileCall)] : [],
    facts.requests?.servers ? [] : describeSplit(words, estimate),
    warningNotes(facts),
    newsNotes(facts),
    reportNotes(facts),
    [price.kind === 'priced' ? breakdown(facts, price) : withoutPrice(words, estimate)],
    textNotes(facts),
    [...facts.subjectNotes.map(escapeMarkdown), ...(facts.template?.links ?? [])],
    price.kind === 'priced' ? priceNotes(facts, price) : [],
    settings.warnings.map((warning) => `$(warning) ${escapeMarkdown(warning)}`),
    hintNotes(facts),
    [links(words, model.id)],
  ];
  // Two spaces at the end break a line without the space between paragraphs.
  const paragraphs = blocks.map((lines) => lines.join('  \n'));
  return paragraphs.filter((paragraph) => paragraph !== '').join('\n\n');
}

/** Beside the name, unless it is the name. */
function idOf({ id, name }: Model): readonly string[] {
  return id === name ? [] : [escapeMarkdown(id)];
}

function withoutPrice(words: Words, { count, price }: Estimate): string {
  const reason = price.kind === 'unpriced' ? describeReason(words, price.reason) : '';
  return escapeMarkdown(`${describeTokens(words, count)}. ${reason}`);
}

function breakdown(
  { words, estimate, settings }: ReadoutFacts,
  { expected, derivation, applied: { factors } }: Priced,
): string {
  const { count, scenario } = estimate;
  const isCeiling = areCeilings(settings);
  const mark = estimateMark(count);
  const markOf = ({ name }: CostPart): string => (isFromText(name, scenario) ? mark : '');
  const parts = expected.parts.map((part) => [
    ...breakdownPart(words, part, markOf(part), { ...scenario, isCeiling, factors }),
    markOf(part) + showMoney(words, part.amount),
  ]);
  const total = `**${breakdownTotal(words, derivation.calls, estimate.calls.length)}**`;
  const sum = [total, '', '', `**${mark}${showMoney(words, expected.total)}**`];
  const rows = [breakdownHeadings(words), ...parts, sum];
  return markdownTable(rows.map(withRoom), {
    align: ['left', 'right', 'right', 'right'],
    alignDelimiters: false,
  });
}

/** Whether the output is what the file, or each of its requests, states as the longest answer. */
function areCeilings({ fileCall: call }: Settings): boolean {
  if (call?.isUsed !== true) return false;
  const { requests } = call;
  return requests ? requests.stated === requests.requests : call.maxOutputTokens !== undefined;
}

/** VS Code's tooltips have no room between the columns of a table. */
function withRoom([first = '', ...others]: readonly string[]): string[] {
  return [first, ...others.map((cell) => (cell === '' ? '' : ROOM + cell))];
}

function links(words: Words, modelId: string): string {
  return LINKS.map((link) => {
    const target = link === 'showPriceSheet' ? sheetLink(modelId) : `command:apiSpend.${link}`;
    return `[${linkTitle(words, link)}](${target})`;
  }).join(' · ');
}
