import type { JSX } from 'preact';
import type { Estimate } from '../../../core/estimate/estimate';
import { completeScenario } from '../../../core/scenario/scenario';
import type { Actions } from '../../actions';
import { CHARTS, type ChartName, type PageState } from '../../state/pageState';
import { chartLabel, chartName } from '../../../wording/page/charts';
import { tableLabel } from '../../../wording/page/table';
import { chartedRows, type Charted } from '../../figures/charted';
import type { View } from '../../figures/view';
import { useWords } from '../../words';
import { CachingChart } from './caching/caching';
import { CostChartView } from './costChart';
import { DriversView } from './drivers';
import { LineCharts } from './lines/lines';

interface Props {
  readonly view: View;
  /** The rows of the table. */
  readonly listed: readonly Estimate[];
  readonly state: PageState;
  readonly actions: Actions;
}

export function Charts({ view, listed, state, actions }: Props): JSX.Element {
  const words = useWords();
  const charted = chartedRows(view, state);
  return (
    <section aria-labelledby="chart-heading">
      <h2 id="chart-heading">{chartLabel(words, 'heading')}</h2>
      <div class="toolbar">
        <ChartChoice shown={state.chart} view={view} actions={actions} />
      </div>
      {view.headline.current?.shares && (
        <p class="hint all-files">{chartLabel(words, 'allFiles')}</p>
      )}
      <Chart charted={charted} listed={listed} view={view} chart={state.chart} />
      <DriversView view={view} />
    </section>
  );
}

interface ChartProps {
  readonly charted: Charted;
  readonly listed: readonly Estimate[];
  readonly view: View;
  readonly chart: ChartName;
}

/** The chosen chart, or a sentence in place of one without marks. */
function Chart({ charted, listed, view, chart }: ChartProps): JSX.Element {
  const words = useWords();
  switch (charted.kind) {
    case 'noMatch':
      return <p class="no-chart">{tableLabel(words, 'nothingPasses')}</p>;
    case 'noneFits':
      return <p class="no-chart">{chartLabel(words, 'noneFits')}</p>;
    case 'rows':
      if (chart === 'order') return <LineCharts view={view} charted={charted.rows} />;
      if (chart === 'caching') return <CachingChart view={view} />;
      return (
        <CostChartView
          rows={charted.rows}
          more={listed.filter((row) => !charted.rows.includes(row)).length}
          view={view}
          kind={chart === 'call' ? 'log' : 'linear'}
        />
      );
  }
}

interface ChoiceProps {
  readonly shown: ChartName;
  readonly view: View;
  readonly actions: Actions;
}

function ChartChoice({ shown, view, actions }: ChoiceProps): JSX.Element {
  const words = useWords();
  const scenario = completeScenario(view.scenario);
  return (
    <fieldset class="segments">
      <legend class="hidden">{chartLabel(words, 'choice')}</legend>
      {CHARTS.map((chart) => (
        <label key={chart}>
          <input
            type="radio"
            name="chart"
            value={chart}
            checked={shown === chart}
            onChange={() => actions.update({ chart })}
          />
          <span>{chartName(words, chart, scenario, view.subject.files.length)}</span>
        </label>
      ))}
    </fieldset>
  );
}
