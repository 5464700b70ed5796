import type { ExportedLine, ExportedParts } from '../../core/export/report';
import { hasUnknownTools, type BadLine } from '../../core/requests/request';
import type { CountedFile } from '../files/counted';
import type { Input } from '../files/read';
import type { Together } from '../files/together';

// What exports say beside the estimates.

/** Of files of requests that were named; undefined: files or folders were. */
export function badLinesIn(input: Input): readonly ExportedLine[] | undefined {
  if (input.kind !== 'requests') return undefined;
  return input.files.flatMap((file) => [
    ...named(file.path, file.badLines),
    ...(hasUnknownTools(file) ? unknownTools([file.path]) : []),
  ]);
}

/** Of files in folders; undefined: no file of requests, or of servers, is among them. */
export function badLinesOf(
  files: readonly CountedFile[],
  toolsUnknown: readonly string[] = [],
): readonly ExportedLine[] | undefined {
  const ofRequests = files.flatMap(({ path, requests }) => (requests ? { path, requests } : []));
  if (ofRequests.length + toolsUnknown.length === 0) return undefined;
  const lines = ofRequests.flatMap(({ path, requests }) => named(path, requests.badLines));
  return [...lines, ...unknownTools(toolsUnknown)];
}

/** Files of servers whose tools are unknown are in no price either. */
function unknownTools(paths: readonly string[]): readonly ExportedLine[] {
  return paths.map((path) => ({ path, line: 1, reason: 'toolsUnknown' }));
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
