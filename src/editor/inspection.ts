import { commands, type Disposable } from 'vscode';
import type { Counters } from '../core/tokens/counters';
import type { EncodingName } from '../core/tokens/encodings';
import type { ReportSubject } from '../protocol/subject';
import { compareEstimates } from '../core/estimate/ranking';
import { rowsOf } from '../core/estimate/found';
import type { UsedModels } from './live/usedModels';
import type { DocumentCounts } from './counting/documentCounts';
import type { LiveEstimate } from './live/estimate';
import type { ReportPanel } from './report/panel';
import { describeCost } from '../wording/cost';
import { wordsOf } from './words';
import type { OwnValues } from './subject/templates/ownValues';
import { templates } from './subject/templates/templates';
import type { StatusItem, StatusItemState } from './statusBar/item';

/** The extension's current state, for its own tests. */
export interface ApiSpend {
  readonly statusItem: StatusItemState;
  /** The comparison of the current subject, cheapest first, "provider/model cost". */
  compare(): Promise<readonly string[]>;
  /** Characters that were counted since the start, in all open documents. */
  readonly recountedLength: number;
  /** Encodings whose vocabularies are in use; the others are dropped after their linger time. */
  readonly leasedEncodings: readonly EncodingName[];
  /** The rows that the report page says it shows, "provider/model cost". */
  readonly reportRows: readonly string[];
  /** The user's values for templates. */
  templateValues(): Promise<Pick<OwnValues, 'of' | 'set'>>;
  /** The subject of the report. */
  readonly reportSubject: ReportSubject | undefined;
}

interface Parts {
  readonly statusItem: StatusItem;
  readonly live: LiveEstimate;
  readonly used: UsedModels;
  readonly counts: DocumentCounts;
  readonly counters: Counters;
  readonly report: ReportPanel;
}

/**
 * Registers a command that returns the state, for tests only; other extensions use api.d.ts.
 */
export function registerInspection(parts: Parts): Disposable {
  const look = inspect(parts);
  return commands.registerCommand('apiSpend.inspect', () => look);
}

function inspect({ statusItem, live, used, counts, counters, report }: Parts): ApiSpend {
  return {
    get statusItem() {
      return statusItem.state;
    },
    async compare() {
      const { listModels, nextComplete } = await import('./work');
      const { result } = await nextComplete(live);
      const shown = { scope: { kind: 'current' }, query: '', usedIds: used.ids } as const;
      return rowsOf(listModels(result, shown).groups)
        .toSorted(compareEstimates)
        .map(
          (estimate) => `${estimate.model.id} ${describeCost(wordsOf(result.settings), estimate)}`,
        );
    },
    get recountedLength() {
      return counts.recountedLength;
    },
    get leasedEncodings() {
      return counters.leased;
    },
    get reportRows() {
      return report.shown;
    },
    templateValues: async () => (await templates.reader()).own,
    get reportSubject() {
      return report.subject;
    },
  };
}
