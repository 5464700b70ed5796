import type {
  ApiSpendApi,
  CompareOptions,
  CountOptions,
  EstimateOptions,
  ShownEstimate,
} from '../../../api';
import { wordsOf } from '../words';
import type { LiveEstimate } from '../live/estimate';
import type { Readout } from '../live/readout';
import type * as answers from './answers';
import { plainEstimate } from './plainEstimate';
import { subjectUri } from '../subject/subject';
import type { TextEstimates } from './texts';

/** Version of api.d.ts; docs/api.md says when it changes. */
const API_VERSION = '1.3.0';

/**
 * The API for other extensions: prices their texts, and tells them the status bar's estimate.
 *
 * @param load reads the code that answers them, which a start does not need.
 */
export function publicApi(
  texts: TextEstimates,
  live: LiveEstimate,
  load: () => Promise<typeof answers>,
): ApiSpendApi {
  return Object.freeze({
    apiVersion: API_VERSION,
    count: async (text: string, options?: CountOptions) =>
      (await load()).countFor(texts, text, options),
    estimate: async (text: string, options?: EstimateOptions) =>
      (await load()).estimateFor(texts, text, options),
    compare: async (text: string, options?: CompareOptions) =>
      (await load()).compareFor(texts, text, options),
    get shown() {
      return shownEstimate(live.readout);
    },
    onDidChangeEstimate: changesOf(live),
  });
}

/** Fires for each listener when the shown estimate differs from the last one it got. */
function changesOf(live: LiveEstimate): ApiSpendApi['onDidChangeEstimate'] {
  return (listener, thisArgs, disposables) => {
    let last = contentOf(shownEstimate(live.readout));
    return live.onDidChange(
      (readout) => {
        const shown = shownEstimate(readout);
        const content = contentOf(shown);
        if (content === last) return;
        last = content;
        listener.call(thisArgs, shown);
      },
      undefined,
      disposables,
    );
  };
}

/** The estimate as JSON without `at`, which changes with each pricing. */
function contentOf(shown: ShownEstimate): string {
  return JSON.stringify(shown, (key, value: unknown) => (key === 'at' ? undefined : value));
}

function shownEstimate(readout: Readout): ShownEstimate {
  return Object.freeze(plainReadout(readout));
}

function plainReadout(readout: Readout): ShownEstimate {
  if (readout.kind === 'ready') {
    const { subject, result } = readout;
    const { settings, modelName, reading } = result;
    const name = reading === undefined ? undefined : modelName;
    const estimate = plainEstimate(result.current(), settings, wordsOf(settings), name);
    return { kind: 'estimate', uri: subjectUri(subject).toString(), estimate };
  }
  if (readout.kind === 'counting') {
    return { kind: 'counting', uri: subjectUri(readout.subject).toString() };
  }
  if (readout.kind === 'problem') return { kind: 'problem', message: readout.message };
  return { kind: 'none' };
}
