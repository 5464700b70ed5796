import { addSampled } from '../../core/estimate/counts/sampled';
import { besideEach } from '../../core/estimate/own/beside';
import { frameOf, headersAround, type Wrapping } from '../../core/files/packed/headers';
import type { HeaderStyle } from '../../core/files/packed/styles';
import type { CountFor, TextCounter } from '../countTexts';
import type { CountedFile } from './counted';

/** Files of which some are one call. */
export interface Together {
  /** Those that are one call, each with its header, and pictures with their tokens. */
  readonly parts: readonly CountedFile[];
  /** The one call with all parts, then requests, which are calls of their own. */
  readonly texts: readonly CountedFile[];
}

/**
 * Adds what a packer writes between files; it is counted apart from them, as in the report.
 *
 * @param name of the one call.
 */
export function joinFiles(
  name: string,
  all: readonly CountedFile[],
  style: HeaderStyle,
  count: TextCounter,
): Together {
  const files = all.filter(({ requests }) => !requests);
  const requests = all.filter((file) => file.requests);
  if (files.length === 0) return { parts: [], texts: requests };

  const counted = (around: Wrapping): CountFor | undefined =>
    style === 'none' ? undefined : countAround(around, count);
  const headers = headersAround(
    style,
    files.map(({ path }) => path),
  ).map(counted);
  const texts = files.map(({ countFor }, index) => added([countFor, headers[index]]));
  const parts = files.map(({ path, call, template }, index) => ({
    path,
    template,
    countFor: added([texts[index], besideOf(call)]),
  }));
  const sum = added([...texts, counted(frameOf(style))]);
  return { parts, texts: [{ path: name, countFor: sum, ...callOfAll(files) }, ...requests] };
}

/** The tokens of a picture, which are not in its text. */
function besideOf(call: CountedFile['call']): CountFor | undefined {
  const { beside } = call ?? {};
  if (!beside) return undefined;
  return (model) => {
    const { tokens, low, high } = beside.on(model);
    return { tokens, low, high, method: low === high ? 'exact' : 'estimated' };
  };
}

/** What is sent beside the texts: the pictures among the files. */
function callOfAll(files: readonly CountedFile[]): Pick<CountedFile, 'call'> {
  const [beside] = besideEach([{ media: files.flatMap(({ media }) => media ?? []) }]);
  return beside ? { call: { beside } } : {};
}

function countAround({ before, after }: Wrapping, count: TextCounter): CountFor {
  return count([before, after].map((text) => ({ text, languageId: '' })));
}

function added(counts: readonly (CountFor | undefined)[]): CountFor {
  return (model) => addSampled(counts.flatMap((countFor) => countFor?.(model) ?? []));
}
