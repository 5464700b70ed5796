import { Latest } from '../../core/scheduling/latest';
import { Slices, type SliceHost } from '../../core/scheduling/slices';
import {
  isSameCall,
  isSameQuestion,
  NO_ROWS,
  priceModelsInSlices,
  unknownModels,
  type Question,
  type Rows,
} from './question';
import { pricedIn, questionIn, type Figures, type PricedFigures } from '../state/figures';

/** One text is priced in one slice on so many models, to be in the next frame: the selection has about 210. */
const MAX_AT_ONCE = 300;

const AT_ONCE: SliceHost = {
  sliceMs: Infinity,
  nowMs: () => 0,
  pause: async () => undefined,
};

interface Listener {
  /** The figures have changed. */
  readonly changed: () => void;
  readonly failed: (error: unknown) => void;
}

/** Prices questions in slices; a new question ends the pricing of the one before. */
export class Pricing {
  readonly #host: SliceHost;
  readonly #listener: Listener;
  readonly #latest = new Latest();
  #figures: Figures = { kind: 'missing' };

  constructor(host: SliceHost, listener: Listener) {
    this.#host = host;
    this.#listener = listener;
  }

  get figures(): Figures {
    return this.#figures;
  }

  /** Does nothing if the question has not changed. */
  ask(question: Question | undefined): void {
    if (isSameQuestion(question, questionIn(this.#figures))) return;
    this.#latest.stop();
    if (question) void this.#price(question);
    else this.#figures = { kind: 'missing' };
  }

  async #price(question: Question): Promise<void> {
    const before = pricedIn(this.#figures);
    const progress = (share: number): void => {
      this.#figures = { kind: 'pricing', question, share, before };
    };
    progress(0);
    const known = knownRows(before, question);
    try {
      const rows = await this.#latest.run(async (signal) => {
        const slices = new Slices(this.#hostFor(question, known));
        return slices.run(priceModelsInSlices(question, known, progress), signal);
      });
      if (rows) this.#figures = { kind: 'priced', question, rows };
    } catch (error) {
      this.#figures = { kind: 'failed', question, before };
      this.#listener.failed(error);
    }
    this.#listener.changed();
  }

  #hostFor(question: Question, known: Rows): SliceHost {
    const models = unknownModels(question, known).length;
    if (question.subject.files.length === 1 && models <= MAX_AT_ONCE) return AT_ONCE;
    const pause = async (): Promise<void> => {
      this.#listener.changed();
      return this.#host.pause();
    };
    return { ...this.#host, pause };
  }
}

/** The rows that another list of models leaves as they are. */
function knownRows(before: PricedFigures | undefined, question: Question): Rows {
  const isKnown =
    before?.question.table === question.table && isSameCall(before.question, question);
  return isKnown ? before.rows : NO_ROWS;
}
