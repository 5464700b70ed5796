import type { HeaderStyle } from '../../../core/files/packed/styles';
import type { RequestBody, RequestReply } from '../../../protocol/requests';
import type { ReportSubject, WireCount } from '../../../protocol/subject';
import type { PageState } from '../../state/pageState';
import { subjectOf } from '../../state/topic';

/** Tokens of what packers write around files, in the groups of the subject. */
export interface HeaderCounts {
  /** Around all files. */
  readonly frame: readonly WireCount[];
  /** Around each file, in the order of the subject's. */
  readonly files: readonly (readonly WireCount[])[];
}

/** The headers that are counted. */
export interface KnownHeaders {
  of(subject: ReportSubject, style: HeaderStyle): HeaderCounts | undefined;
}

type Style = RequestBody<'countHeaders'>['style'];
type Counted = RequestReply<'countHeaders'>;

interface Editor {
  readonly count: (style: Style, paths: string[]) => Promise<Counted>;
  /** Headers that were asked for are known. */
  readonly counted: () => void;
  readonly failed: (error: unknown) => void;
}

type ByStyle = Map<HeaderStyle, HeaderCounts>;

/** The headers that the editor counts for the page: asked for once, when they are wanted. */
export class Headers implements KnownHeaders {
  readonly #editor: Editor;
  readonly #known = new WeakMap<ReportSubject, ByStyle>();
  readonly #asked = new WeakMap<ReportSubject, Set<Style>>();

  constructor(editor: Editor) {
    this.#editor = editor;
  }

  of(subject: ReportSubject, style: HeaderStyle): HeaderCounts | undefined {
    const counts = this.#known.get(subject)?.get(style);
    if (!counts && style !== 'none') this.#ask(subject, style);
    return counts;
  }

  /** Whether the report waits for headers. */
  isCounting(state: Pick<PageState, 'topic' | 'filesAs' | 'headers'>): boolean {
    const subject = subjectOf(state.topic);
    const style = headersOf(state);
    if (subject?.kind !== 'files' || style === 'none') return false;
    return !this.#known.get(subject)?.has(style);
  }

  #ask(subject: ReportSubject, style: Style): void {
    const asked = this.#asked.get(subject) ?? new Set<Style>();
    this.#asked.set(subject, asked);
    if (asked.has(style)) return;
    asked.add(style);
    void this.#count(subject, style);
  }

  async #count(subject: ReportSubject, style: Style): Promise<void> {
    try {
      const paths = subject.files.map(({ path }) => path);
      const counts = inGroupsOf(subject, await this.#editor.count(style, paths));
      const known: ByStyle = this.#known.get(subject) ?? new Map();
      this.#known.set(subject, known.set(style, counts));
      this.#editor.counted();
    } catch (error) {
      this.#asked.get(subject)?.delete(style);
      this.#editor.failed(error);
    }
  }
}

/** The style that matters: files that are calls of their own have no headers. */
export function headersOf({
  filesAs,
  headers,
}: Pick<PageState, 'filesAs' | 'headers'>): HeaderStyle {
  return filesAs === 'one' ? headers : 'none';
}

function inGroupsOf({ groups, files }: ReportSubject, counted: Counted): HeaderCounts {
  const places = groups.map((group) => counted.groups.indexOf(group));
  const pick = (counts: readonly WireCount[]): readonly WireCount[] =>
    places.map((place) => counts[place] ?? fail());
  if (counted.files.length !== files.length) fail();
  return { frame: pick(counted.frame), files: counted.files.map(pick) };
}

function fail(): never {
  throw new RangeError('the headers were counted for other files or models');
}
