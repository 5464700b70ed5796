import { addSampled, callsOfSamples, sampleAt } from '../../../core/estimate/counts/sampled';
import type { HeaderStyle } from '../../../core/files/packed/styles';
import type { TokenCount } from '../../../core/tokens/tokenCount';
import type { ReportSubject, WireCount } from '../../../protocol/subject';
import type { FilesAs, PageState } from '../../state/pageState';
import { headersOf, type HeaderCounts, type KnownHeaders } from './headers';
import { countOfFile, countOnWire } from './counts';
import { leftOutPlaces } from './leftOut';

/** What is priced: the texts that are calls, in the form of what the editor has counted. */
export interface PricedSubject extends ReportSubject {
  /** How files are priced; undefined for all other kinds. */
  readonly choice?: FileChoice;
}

/** How the files of a report are priced. */
export interface FileChoice {
  readonly as: FilesAs;
  /** Between files that are one call. */
  readonly headers: HeaderStyle;
  /** All files, as the editor has counted them. */
  readonly whole: ReportSubject;
  /** Places in `whole` of the files that are left out. */
  readonly leftOut: ReadonlySet<number>;
  /** Whether a file is a part of the one call, unless it is left out. @param index in `whole`. */
  readonly isPart: (index: number) => boolean;
  /** Counts of what a packer writes around all files, in each group; empty: nothing. */
  readonly frame: readonly WireCount[];
  /** The count of a file in a group, in the one call with its header. @param index in `whole`. */
  readonly countOn: (index: number, group: number) => TokenCount | undefined;
  /** Of the header of a file in each group; empty: it has none. @param index in `whole`. */
  readonly headerOf: (index: number) => readonly WireCount[];
}

type Asked = Pick<PageState, 'filesAs' | 'headers' | 'leftOut'>;

interface Known {
  readonly key: string;
  readonly subject: PricedSubject;
}

/** The last choice for each subject: a drawing asks several times, and what is known of a subject is known by itself. */
const known = new WeakMap<ReportSubject, Known>();

/** Undefined until the editor has counted the headers. */
export function pricedSubject(
  subject: ReportSubject,
  asked: Asked,
  headers: KnownHeaders,
): PricedSubject | undefined {
  if (subject.kind !== 'files') return subject;
  const style = headersOf(asked);
  const counted = style === 'none' ? NO_HEADERS : headers.of(subject, style);
  if (!counted) return undefined;
  const key = JSON.stringify([asked.filesAs, style, asked.leftOut]);
  const before = known.get(subject);
  if (before?.key === key) return before.subject;
  const choice = choiceOf(subject, asked, style, counted);
  const priced = { ...subject, files: calls(choice), choice };
  known.set(subject, { key, subject: priced });
  return priced;
}

const NO_HEADERS: HeaderCounts = { frame: [], files: [] };

function choiceOf(
  whole: ReportSubject,
  { filesAs, leftOut }: Asked,
  headers: HeaderStyle,
  counted: HeaderCounts,
): FileChoice {
  const { files } = whole;
  const isPart = (index: number): boolean => filesAs === 'one' && !files[index]?.requests;
  const headerOf = (index: number): readonly WireCount[] =>
    (isPart(index) && counted.files[index]) || [];
  return {
    as: filesAs,
    headers,
    whole,
    leftOut: leftOutPlaces(whole, leftOut),
    isPart,
    frame: counted.frame,
    headerOf,
    countOn(index, group) {
      const file = files[index];
      const count = file && countOfFile(file, group);
      const header = headerOf(index)[group];
      return count && header ? addSampled([count, countOnWire(header)]) : count;
    },
  };
}

/** The files that are calls of their own, after the one call with all others. */
function calls(choice: FileChoice): ReportSubject['files'] {
  const { whole, leftOut, isPart } = choice;
  const places = [...whole.files.keys()].filter((index) => !leftOut.has(index));
  const parts = places.filter(isPart);
  const alone = places.filter((index) => !isPart(index));
  const own = alone.flatMap((index) => whole.files[index] ?? []);
  // Where all files are left out, there is a call without a text.
  if (parts.length === 0 && own.length > 0) return own;
  return [{ path: whole.name, ...together(choice, parts) }, ...own];
}

type WireFile = ReportSubject['files'][number];

/** The counts of the one call; call by call each template in it has its next sample. */
function together(
  { whole, frame, headerOf }: FileChoice,
  parts: readonly number[],
): Pick<WireFile, 'counts' | 'samples'> {
  const files = parts.flatMap((index) => whole.files[index] ?? []);
  const templates = files.flatMap(({ samples }) => (samples ? [samples] : []));
  const { length } = whole.groups;
  const same = sumCounts(length, [
    frame,
    ...parts.map(headerOf),
    ...files.filter(({ samples }) => !samples).map(({ counts }) => counts),
  ]);
  if (templates.length === 0) return { counts: same };
  const calls = callsOfSamples(templates.map((samples) => samples.length));
  const samples = Array.from({ length: calls }, (_, call) =>
    sumCounts(length, [same, ...templates.map((each) => sampleAt(each, call))]),
  );
  const sums = sumCounts(length, samples);
  return {
    samples,
    counts: sums.map(([tokens, low, high, method]): WireCount => [
      tokens / calls,
      low / calls,
      high / calls,
      method,
    ]),
  };
}

/** In place: there may be thousands of files. */
function sumCounts(groups: number, lists: readonly (readonly WireCount[])[]): WireCount[] {
  const sums = Array.from({ length: groups }, (): WireCount => [0, 0, 0, 'exact']);
  for (const counts of lists) {
    for (const [group, [tokens, low, high, method]] of counts.entries()) {
      const sum = sums[group];
      if (!sum) continue;
      sum[0] += tokens;
      sum[1] += low;
      sum[2] += high;
      if (method === 'estimated') sum[3] = method;
    }
  }
  return sums;
}

/** Number of files that are in the sum. */
export function tickedFiles({ whole, leftOut }: FileChoice): number {
  return whole.files.length - leftOut.size;
}
