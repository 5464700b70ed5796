import { visibleText } from '../../core/figures/visibleText';
import type { Model } from '../../core/pricing/table/priceTable';
import type { FullScenario } from '../../core/scenario/scenario';
import { callsADay, isConversation, outputTokens } from '../call';
import { fieldWords } from '../scenario/fields';
import { showNumber } from '../numbers';
import { counted } from '../language/forms';
import type { Words } from '../words';

export type ChartLabel =
  | 'heading'
  | 'choice'
  | 'costs'
  | 'logarithmic'
  | 'dot'
  | 'yours'
  | 'band'
  | 'noneFits'
  | 'allFiles';

export function chartLabel({ l10n }: Words, label: ChartLabel): string {
  switch (label) {
    case 'heading':
      return l10n.t('Charts');
    case 'choice':
      return l10n.t('Chart');
    case 'costs':
      return l10n.t('Cost by model');
    case 'logarithmic':
      return l10n.t('logarithmic axis: equal distances are equal multiples');
    case 'dot':
      return l10n.t('Expected cost');
    case 'yours':
      return l10n.t('Expected cost of your model');
    case 'band':
      return l10n.t('Range of an estimated count');
    case 'allFiles':
      return l10n.t(
        'Here, as in the table, each model has all files. The cost at the top has each file on the model that it names.',
      );
    case 'noneFits':
      return l10n.t(
        'No model that passes the filters can be bought at a known price and fits. Change the filters or the assumptions, or shorten the text.',
      );
  }
}

/** @param texts with one call or conversation each; the cost is of all. */
export function chartName(
  { l10n }: Words,
  chart: 'call' | 'parts' | 'order' | 'caching',
  scenario: FullScenario,
  texts = 1,
): string {
  switch (chart) {
    case 'call':
      if (texts > 1) {
        return isConversation(scenario)
          ? l10n.t('Cost of all conversations')
          : l10n.t('Cost of all calls');
      }
      return isConversation(scenario) ? l10n.t('Cost per conversation') : l10n.t('Cost per call');
    case 'parts':
      return l10n.t('Parts of each cost');
    case 'order':
      return l10n.t('When another costs less');
    case 'caching':
      return l10n.t('When caching pays');
  }
}

/** "12 models, and 195 more in the table": of those that are listed, how many a chart shows. */
export function chartedModels(words: Words, drawn: number, more: number): string {
  const { l10n } = words;
  const models = counted(
    words,
    drawn,
    l10n.t('[one]{0} model[other]{0} models'),
    showNumber(words, drawn),
  );
  return more === 0
    ? models
    : l10n.t('{0}, and {1} more in the table', models, showNumber(words, more));
}

/** The number of bars of less than a pixel. */
export function invisibleBars(words: Words, bars: number): string {
  const { l10n } = words;
  return counted(
    words,
    bars,
    l10n.t(
      '[one]{0} bar is too short to be seen: its amount is beside it[other]{0} bars are too short to be seen: their amounts are beside them',
    ),
    showNumber(words, bars),
  );
}

/** The horizontal axis of a line chart. */
export type CurveAxis = 'calls' | 'output';

/** "Cost per call by output tokens". @param texts as of `chartName`. */
export function curveName(
  words: Words,
  axis: CurveAxis,
  scenario: FullScenario,
  texts = 1,
): string {
  const { l10n } = words;
  const ofConversations = isConversation(scenario);
  if (axis === 'output') {
    return l10n.t('{0} by output tokens', chartName(words, 'call', scenario, texts));
  }
  return ofConversations
    ? l10n.t('Cost per month by conversations per day')
    : l10n.t('Cost per month by calls per day');
}

export function axisName(words: Words, axis: CurveAxis, scenario: FullScenario): string {
  const { l10n } = words;
  if (axis === 'calls' && isConversation(scenario)) return l10n.t('Conversations per day');
  return fieldWords(words)[axis === 'calls' ? 'callsPerDay' : 'outputTokens'].label;
}

export function assumedNow(words: Words, value: number): string {
  const { l10n } = words;
  return l10n.t('now: {0}', showNumber(words, value));
}

export function tooManyCurveFiles(words: Words, most: number): string {
  const { l10n } = words;
  return counted(
    words,
    most,
    l10n.t('[other]Lines are drawn for up to {0} files.'),
    showNumber(words, most),
  );
}

/** The comparison of the user's model with others along an axis. */
export interface Comparison {
  readonly kind: CurveAxis;
  readonly scenario: FullScenario;
  readonly curves: {
    /** The user's model; undefined if there is none. */
    readonly yours: Pick<Model, 'name'> | undefined;
    readonly curves: readonly unknown[];
    readonly compared: number;
    readonly crossing: number;
    readonly now: number;
    readonly most: number;
  };
}

/** How the picture of lines is read: "100% is GPT-5: a line below it costs less, one above it more." */
export function howToRead(words: Words, { curves }: Comparison): string {
  const { l10n } = words;
  return l10n.t(
    '100% is the cost on {0}: a line below it costs less, one above it more.',
    nameOf(curves),
  );
}

/** "Up to 10,000 output tokens, 7 of 180 other models change places with GPT-5. Drawn are the 3 nearest to 500 output tokens." */
export function describeLines(words: Words, comparison: Comparison): readonly string[] {
  const { l10n } = words;
  const { kind, scenario, curves } = comparison;
  const { crossing, compared, now } = curves;
  const numbers = [
    upTo(words, comparison),
    showNumber(words, crossing),
    showNumber(words, compared),
    nameOf(curves),
  ] as const;
  const found = counted(
    words,
    crossing,
    l10n.t(
      '[one]Up to {0}, {1} of {2} other models changes places with {3}.[other]Up to {0}, {1} of {2} other models change places with {3}.',
    ),
    ...numbers,
  );
  const drawn = curves.curves.length - 1;
  if (drawn === crossing) return [found];
  const nearest = l10n.t(
    'Drawn are the {0} nearest to {1}.',
    showNumber(words, drawn),
    valueOn(words, kind, now, scenario),
  );
  return [found, nearest];
}

/** In place of charts of lines that do not cross. @param comparisons of one model, at least one. */
export function noCrossovers(words: Words, comparisons: readonly Comparison[]): string {
  const { l10n } = words;
  const [one, other] = comparisons;
  if (!one?.curves.yours) {
    return l10n.t(
      'Your model cannot be bought for this call: no other is compared with it. Choose another model, or change the assumptions.',
    );
  }
  const { compared } = one.curves;
  if (compared === 0)
    return l10n.t(
      'There is no other model that can be bought and fits. Change the assumptions, or shorten the text.',
    );
  const most = other
    ? l10n.t('{0} and up to {1}', upTo(words, one), upTo(words, other))
    : upTo(words, one);
  return counted(
    words,
    compared,
    l10n.t(
      '[other]Up to {0}, none of {1} other models changes places with {2}: what costs less stays cheaper.',
    ),
    most,
    showNumber(words, compared),
    nameOf(one.curves),
  );
}

function upTo(words: Words, { kind, curves, scenario }: Comparison): string {
  return valueOn(words, kind, curves.most, scenario);
}

function nameOf({ yours }: Comparison['curves']): string {
  return visibleText(yours?.name ?? '');
}

/** "2,000 calls a day", "≈500 output tokens". @param mark "≈" before an estimated value. */
export function valueOn(
  words: Words,
  axis: CurveAxis,
  value: number,
  scenario: FullScenario,
  mark = '',
): string {
  return axis === 'calls'
    ? callsADay(words, { ...scenario, callsPerDay: value }, mark)
    : outputTokens(words, value, mark);
}
