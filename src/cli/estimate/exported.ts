import type { ExportedLine, ExportedParts } from '../../core/export/report';
import type { BadLine } from '../../core/requests/request';
import type { CountedFile } from '../files/counted';
import type { Input } from '../files/read';
import type { Together } from '../files/together';

// What exports say beside the estimates.

/** Of files of requests that were named; undefined: files or folders were. */
export function badLinesIn(input: Input): readonly ExportedLine[] | undefined {
  if (input.kind !== 'requests') return undefined;
  return input.files.flatMap(({ path, badLines }) => named(path, badLines));
}

/** Of files of requests in folders; undefined: there is none. */
export function badLinesOf(files: readonly CountedFile[]): readonly ExportedLine[] | undefined {
  const ofRequests = files.flatMap(({ path, requests }) => (requests ? { path, requests } : []));
  if (ofRequests.length === 0) return undefined;
  return ofRequests.flatMap(({ path, requests }) => named(path, requests.badLines));
}

function named(path: string, lines: readonly BadLine[]): readonly ExportedLine[] {
  return lines.map(({ line, reason }) => ({ path, line, reason }));
}

/** The files that are one call; undefined: all are requests. */
export function partsOf({ parts }: Together): ExportedParts | undefined {
  if (parts.length === 0) return undefined;
  return {
    paths: parts.map(({ path }) => path),
    templates: parts.map(({ template }) => template),
    countsOn: (model) => parts.map(({ countFor }) => countFor(model)),
  };
}
