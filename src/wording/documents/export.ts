import type { ExportColumn, ExportSentences } from '../../core/export/sentences';
import { DAYS_PER_MONTH } from '../../core/estimate/projection';
import { callsOnFiles } from '../call';
import { chartLabel } from '../page/charts';
import { allFiles, fileCount, fileHeading } from '../page/files';
import { costHeading, noPrice, partName } from '../cost';
import { describeCount, describeCounting } from '../count';
import { isYours } from '../marks';
import { estimateNotes } from '../notes';
import { showConversion, showNumber } from '../numbers';
import { costOf, pricedFor, describePriceDays } from '../page/report';
import { describeScenario } from '../scenario/sentences';
import { nameWithoutText } from '../subject';
import { allRequests, requestColumn } from '../page/requests';
import { columnLabel, formulaLabel, modelsShown } from '../page/table';
import { eachOfItsOwn } from '../models/names';
import { misfitsNote } from '../requests/notes';
import { badLinesHeading, whyBadLine } from '../requests/lines';
import { templatesHeading, toldTemplate } from '../views/templates';
import { requestsIn } from '../views/requestCount';
import { describeOrigin } from '../trust';
import { counted } from '../language/forms';
import { ENGLISH, type Words } from '../words';

/** The sentences of Markdown, SVG, CSV and JSON exports. */
export function exportSentences(words: Words): ExportSentences {
  const { l10n } = words;
  return {
    title: (subject) => costOf(words, subject),
    withoutText: (subject) => nameWithoutText(words, subject),
    callsOnFiles: (files, isConversation) =>
      callsOnFiles(words, fileCount(words, files), isConversation),
    requestsIn: (requests, name) => requestsIn(words, requests, name),
    assumptions: (scenario, answers) => describeScenario(words, scenario, answers),
    counting: (model) => describeCounting(words, model),
    count: (count) => describeCount(words, count),
    noPrice: noPrice(words),
    part: (part) => partName(words, part),
    column: (column) => columnHeading(words, column),
    notes: (estimate, { currency, ...options }) =>
      estimateNotes({ ...words, currency }, estimate, options),
    origin: (period) => describeOrigin(words, period),
    inUse: l10n.t('in use'),
    pinned: l10n.t('pinned'),
    costWith: (model) => l10n.t('Cost with {0}', model),
    tokensWith: (model) => l10n.t('Tokens with {0}', model),
    oneCall: (files) =>
      counted(words, files, l10n.t('[other]All {0} files as one call'), showNumber(words, files)),
    allFiles: (files) => allFiles(words, files),
    smallerFiles: (files) =>
      counted(
        words,
        files,
        l10n.t('[one]… and {0} smaller file[other]… and {0} smaller files'),
        showNumber(words, files),
      ),
    allRequests: (requests) => allRequests(words, requests),
    smallerRequests: (requests) =>
      counted(
        words,
        requests,
        l10n.t('[one]… and {0} smaller request[other]… and {0} smaller requests'),
        showNumber(words, requests),
      ),
    ownModels: (areRequests) => eachOfItsOwn(words, areRequests),
    templates: templatesHeading(words),
    template: (template, estimate, currency) =>
      toldTemplate({ ...words, currency }, template, estimate),
    misfits: (requests) => misfitsNote(words, requests.length, requests),
    badLines: (lines) => badLinesHeading(words, lines),
    whyBadLine: (reason) => whyBadLine(words, reason),
    countingHeading: l10n.t('How the tokens are counted'),
    estimates: (form) => describeEstimates(words, form),
    logarithmic: chartLabel(words, 'logarithmic'),
    noneCharted: chartLabel(words, 'noneFits'),
    yours: isYours(words),
    modelsShown: (shown, all) => modelsShown(words, shown, all),
    daysPerMonth: l10n.t('a month has {0} days', DAYS_PER_MONTH),
    priceDays: (days) => describePriceDays(words, days),
    conversion: (currency) => showConversion({ ...words, currency }),
    pricedFor: (time) => pricedFor(words, time),
  };
}

function columnHeading(words: Words, column: ExportColumn): string {
  const { l10n } = words;
  switch (column) {
    case 'model':
    case 'tokens':
    case 'context':
    case 'source':
      return columnLabel(words, column, false);
    case 'cost':
      return costHeading(words);
    case 'range':
      return formulaLabel(words, 'range');
    case 'day':
    case 'month':
      return columnLabel(words, column, false);
    case 'input':
    case 'output':
      return partName(words, column);
    case 'note':
      return l10n.t('Note');
    case 'file':
      return fileHeading(words);
    case 'request':
      return requestColumn(words, 'request');
  }
}

function describeEstimates({ l10n }: Words, form: 'table' | 'chart'): string {
  return form === 'table'
    ? l10n.t(
        '≈ estimated count, the range covers its error; other counts are exact, or near-exact where noted',
      )
    : l10n.t('≈ estimated count, the line shows its range');
}

/** Exports are in English: the same report gives the same bytes on every machine. */
export const ENGLISH_EXPORT = exportSentences(ENGLISH);
