import { Component, type JSX } from 'preact';
import { visibleText } from '../../core/figures/visibleText';
import type { Actions } from '../actions';
import { shownRows } from '../columns';
import type { Facts } from '../facts';
import type { PageState } from '../pageState';
import { counting } from '../../wording/views/readout';
import { pricing as pricingLabel, reportTooLarge } from '../../wording/page/report';
import type { View } from '../view';
import { useWords, WordsContext } from '../words';
import { AnswerSection } from './answer';
import { Charts } from './charts/charts';
import { FilesView } from './files/files';
import { Header } from './header';
import { ModelTable } from './table/table';
import { Patterns } from './charts/patterns';
import { ScenarioPanel } from './scenario/panel';
import { TakeAwayPanel } from './takeAwayPanel';

export interface AppProps {
  readonly facts: Facts;
  readonly state: PageState;
  /** Undefined as long as there is nothing to show. */
  readonly view: View | undefined;
  /** Models priced so far while many files are priced, 0 to 1. */
  readonly pricing: number | undefined;
  readonly actions: Actions;
}

/** The whole page. */
export function App({ pricing, ...props }: AppProps): JSX.Element {
  const { facts, state, view } = props;
  return (
    <WordsContext.Provider value={facts.words}>
      <Progress pricing={pricing} />
      {view ? (
        <Report {...props} view={view} />
      ) : (
        <p class="message">{describeWait(facts, state)}</p>
      )}
    </WordsContext.Provider>
  );
}

interface ReportProps extends Omit<AppProps, 'pricing'> {
  readonly view: View;
}

/** Everything but the progress, which is drawn often while nothing else has changed. */
class Report extends Component<ReportProps> {
  override shouldComponentUpdate({ facts, state, view }: ReportProps): boolean {
    const shown = this.props;
    return shown.facts !== facts || shown.state !== state || shown.view !== view;
  }

  override render({ facts, state, view, actions }: ReportProps): JSX.Element {
    const rows = shownRows(state, view);
    return (
      <>
        <Patterns />
        <Header
          view={view}
          isPinned={state.pinned}
          problem={facts.message?.isProblem ? facts.message.text : undefined}
          actions={actions}
        />
        <div class="columns-layout">
          <ScenarioPanel
            scenario={view.scenario}
            state={state}
            countedAtMs={view.subject.atMs}
            actions={actions}
          />
          <div class="results">
            <AnswerSection view={view} actions={actions} />
            <Charts rows={rows} view={view} state={state} actions={actions} />
            <FilesView view={view} state={state} actions={actions} />
            <ModelTable rows={rows} view={view} state={state} actions={actions} />
            <TakeAwayPanel state={state} outcome={facts.outcome} actions={actions} />
          </div>
        </div>
      </>
    );
  }
}

/** Why there is no report. */
function describeWait({ message, words }: Facts, { subject, tooLarge }: PageState): string {
  if (message?.isProblem !== true && !subject && tooLarge) {
    return reportTooLarge(words, tooLarge.files, visibleText(tooLarge.name));
  }
  return message ? visibleText(message.text) : counting(words);
}

/** How far pricing is, when it takes longer than a moment. */
function Progress({ pricing }: Pick<AppProps, 'pricing'>) {
  const words = useWords();
  if (pricing === undefined) return null;
  return (
    <p class="progress">
      <label for="progress">{pricingLabel(words)}</label>
      <progress id="progress" value={pricing} max={1} />
    </p>
  );
}
