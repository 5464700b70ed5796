import { Component, type JSX } from 'preact';
import type { Words } from '../../wording/words';
import { pricing as pricingLabel } from '../../wording/page/report';
import { ownAnswers } from '../../core/estimate/own/calls';
import type { PricedTexts } from '../../wording/scenario/line';
import type { Actions } from '../actions';
import { tableGroups } from '../figures/columns';
import type { View } from '../figures/view';
import type { Outcome } from '../requests';
import type { PageState } from '../state/pageState';
import type { ReportScreen, Screen } from '../state/screen';
import { useWords, WordsContext } from '../words';
import { Answer } from './answer/answer';
import { Charts } from './charts/charts';
import { Patterns } from './charts/patterns';
import { FilesChoice } from './files/choice';
import { FilesView } from './files/files';
import { Header } from './header';
import { RequestsView } from './requests/requests';
import { AssumptionLine } from './scenario/line';
import { ModelTable } from './table/table';
import { ExportPanel } from './exportPanel';

export interface AppProps {
  readonly words: Words;
  readonly screen: Screen;
  readonly state: PageState;
  /** How the last request went. */
  readonly outcome: Outcome | undefined;
  readonly actions: Actions;
}

export function App(props: AppProps): JSX.Element {
  return (
    <WordsContext.Provider value={props.words}>
      <ScreenView {...props} />
    </WordsContext.Provider>
  );
}

function ScreenView({ screen, ...props }: AppProps): JSX.Element {
  switch (screen.kind) {
    case 'message':
      return <p class="message">{screen.text}</p>;
    case 'pricing':
      return <Progress share={screen.share} />;
    case 'report': {
      const { repricing, ...report } = screen;
      return (
        <>
          {repricing !== undefined && <Progress share={repricing} />}
          <Report {...props} {...report} />
        </>
      );
    }
  }
}

type ReportProps = Omit<AppProps, 'screen'> & Omit<ReportScreen, 'repricing'>;

/** Everything but the progress, which is drawn often while nothing else changes. */
class Report extends Component<ReportProps> {
  override shouldComponentUpdate(next: ReportProps): boolean {
    const names = Object.keys(next) as (keyof ReportProps)[];
    return names.some((name) => this.props[name] !== next[name]);
  }

  override render({
    view,
    assumed,
    liveness,
    notice,
    state,
    outcome,
    actions,
  }: ReportProps): JSX.Element {
    const groups = tableGroups(state, view);
    const rows = groups.flatMap((group) => group.rows);
    return (
      <>
        <Patterns />
        <Header view={view} liveness={liveness} notice={notice} actions={actions} />
        <FilesChoice view={view} state={state} actions={actions} />
        <Answer view={view} assumed={assumed} state={state} outcome={outcome} actions={actions} />
        <AssumptionLine
          scenario={assumed}
          priced={pricedTexts(view)}
          state={state}
          countedAtMs={view.subject.atMs}
          actions={actions}
        />
        <Charts view={view} listed={rows} state={state} actions={actions} />
        <FilesView view={view} state={state} actions={actions} />
        <RequestsView view={view} state={state} actions={actions} />
        <ModelTable rows={rows} groups={groups} view={view} state={state} actions={actions} />
        <ExportPanel state={state} outcome={outcome} actions={actions} />
      </>
    );
  }
}

function pricedTexts({ subject: { kind, files, choice }, calls }: View): PricedTexts {
  return {
    kind: kind === 'files' || kind === 'requests' ? kind : 'text',
    texts: choice?.as === 'one' ? 1 : files.length,
    ownAnswers: ownAnswers(calls),
  };
}

/** @param share of the models that are priced, 0 to 1. */
function Progress({ share }: { readonly share: number }): JSX.Element {
  const words = useWords();
  return (
    <p class="progress">
      <label for="progress">{pricingLabel(words)}</label>
      <progress id="progress" value={share} max={1} />
    </p>
  );
}
