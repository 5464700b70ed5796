import { commands, Range, ViewColumn, window, type Uri } from 'vscode';
import { cannotOpenFile } from '../../wording/page/files';
import type { RequestBody } from '../../protocol/requests';
import { wordsOf } from '../words';

/** A pinned report stays while others are made. */
const MAX_KNOWN = 8;

/** A file, or a line of one. */
export interface Place {
  readonly uri: Uri;
  /** From 1. */
  readonly line?: number;
}

/** @param index of a file or request in the subject. */
type PlaceOf = (index: number) => Place | undefined;

/**
 * The files of the last reports. A page names a file by the time and the place in the list that it was sent, so it can
 * open nothing else.
 */
export class ReportFiles {
  readonly #places = new Map<number, PlaceOf>();

  /** @param atMs of the subject. */
  remember(atMs: number, placeOf: PlaceOf): void {
    this.#places.set(atMs, placeOf);
    const [oldest] = this.#places.keys();
    if (this.#places.size > MAX_KNOWN && oldest !== undefined) this.#places.delete(oldest);
  }

  /** Opens a file beside the report. @param report the column of the report. */
  async open(
    { atMs, index }: RequestBody<'openFile'>,
    report: ViewColumn | undefined,
  ): Promise<null> {
    const place = this.#places.get(atMs)?.(index);
    const viewColumn = report === ViewColumn.One ? ViewColumn.Beside : ViewColumn.One;
    if (place)
      await commands.executeCommand('vscode.open', place.uri, {
        viewColumn,
        ...selectionOf(place),
      });
    else void window.showWarningMessage(cannotOpenFile(wordsOf()));
    return null;
  }
}

function selectionOf({ line }: Place): { readonly selection?: Range } {
  return line === undefined ? {} : { selection: new Range(line - 1, 0, line - 1, 0) };
}
