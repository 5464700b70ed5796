/** Code units compared at once: comparing strings is faster than comparing code units. */
const BLOCK = 4096;

/** The part in which two texts differ, as one replacement. */
export interface ChangedPart {
  readonly start: number;
  /** Lengths in UTF-16 code units. */
  readonly removed: number;
  readonly added: number;
}

/** The shortest replacement that makes the second text of the first. */
export function changedPart(before: string, after: string): ChangedPart {
  const start = sameStart(before, after);
  const most = Math.min(before.length, after.length) - start;
  const end = sameEnd(before, after, most);
  return { start, removed: before.length - start - end, added: after.length - start - end };
}

function sameStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let same = 0;
  while (same + BLOCK <= most && a.slice(same, same + BLOCK) === b.slice(same, same + BLOCK))
    same += BLOCK;
  while (same < most && a.charCodeAt(same) === b.charCodeAt(same)) same++;
  return same;
}

function sameEnd(a: string, b: string, most: number): number {
  const part = (text: string, from: number, to: number): string =>
    text.slice(text.length - to, text.length - from);
  let same = 0;
  while (same + BLOCK <= most && part(a, same, same + BLOCK) === part(b, same, same + BLOCK))
    same += BLOCK;
  while (same < most && a.charCodeAt(a.length - 1 - same) === b.charCodeAt(b.length - 1 - same))
    same++;
  return same;
}
