import { visibleText } from '../../core/figures/visibleText';
import { reportTooLarge, type Liveness } from '../../wording/page/report';
import { counting } from '../../wording/views/readout';
import type { Scenario } from '../../core/scenario/scenario';
import type { View } from '../figures/view';
import type { Facts } from './facts';
import { questionIn, type Figures } from './figures';
import type { Topic } from './topic';

export type Screen =
  /** There are no figures; `text` says why. */
  | { readonly kind: 'message'; readonly text: string }
  /** The first figures are in progress. `share` of the models, 0 to 1. */
  | { readonly kind: 'pricing'; readonly share: number }
  | ReportScreen;

export interface ReportScreen {
  readonly kind: 'report';
  readonly view: View;
  /** The assumptions that the user has made. The figures of `view` follow when they are priced. */
  readonly assumed: Scenario;
  readonly liveness: Liveness;
  /** Why the figures are not those of the current text. */
  readonly notice: string | undefined;
  /** Share of the models that are priced again for many files, 0 to 1. One text takes a few frames. */
  readonly repricing: number | undefined;
}

/** The state of the page. */
export interface PageParts {
  readonly facts: Facts;
  readonly topic: Topic;
  readonly figures: Figures;
  /** Why the page could not do something. */
  readonly failure: string | undefined;
}

/** @param view of the newest complete figures; undefined if there are none. */
export function screenOf(parts: PageParts, view: View | undefined): Screen {
  const { topic, figures } = parts;
  const share = figures.kind === 'pricing' ? figures.share : undefined;
  if (view) {
    const notice = noticeOf(parts);
    const liveness = livenessOf(topic, view, notice);
    const isLong = figures.kind === 'pricing' && figures.question.subject.files.length > 1;
    const assumed = (questionIn(figures) ?? view).scenario;
    const repricing = isLong ? share : undefined;
    return { kind: 'report', view, assumed, liveness, notice, repricing };
  }
  if (share !== undefined) return { kind: 'pricing', share };
  return { kind: 'message', text: visibleText(noticeOf(parts) ?? describeWait(parts)) };
}

/** A frozen report is not about the current text, so it has no notice on it. */
function noticeOf({ facts: { current }, topic, failure }: PageParts): string | undefined {
  if (failure !== undefined) return failure;
  return current.kind === 'uncounted' && topic.kind !== 'frozen' ? current.note : undefined;
}

function livenessOf(topic: Topic, { subject }: View, notice: string | undefined): Liveness {
  if (topic.kind === 'frozen') return 'frozen';
  if (subject.kind === 'files') return 'files';
  return notice === undefined ? 'live' : 'outdated';
}

function describeWait({ facts: { current, words }, topic }: PageParts): string {
  if (topic.kind === 'tooLarge') return reportTooLarge(words, topic.files, topic.name);
  return current.kind === 'absent' ? current.hint : counting(words);
}
