import { commands, Range, ViewColumn, window, type Uri } from 'vscode';
import { lastName } from '../../core/files/paths';
import { cannotOpenFile, fileMayHaveChanged } from '../../wording/page/files';
import type { RequestBody } from '../../protocol/requests';
import { wordsOf } from '../words';

/** A pinned report stays while others are made. */
const MAX_KNOWN = 8;

/** A file, or a line of one. */
export interface Place {
  readonly uri: Uri;
  /** From 1. */
  readonly line?: number;
  /** Something else may stand on the line now. */
  readonly mayHaveChanged?: boolean;
}

/** @param index of a file or request in the subject. */
type PlaceOf = (index: number) => Place | undefined | Promise<Place | undefined>;

/**
 * The files of the last reports. A page names a file by the time and the place in the list that it was sent, so it can
 * open nothing else. A frozen report on requests outlives many counts of its document, and names the document itself.
 */
export class ReportFiles {
  readonly #places = new Map<number, PlaceOf>();
  readonly #documents = new Map<string, Uri>();

  /** @param atMs of the subject. @param document that holds the requests of the subject. */
  remember(atMs: number, placeOf: PlaceOf, document?: Uri): void {
    this.#places.set(atMs, placeOf);
    if (document) this.#documents.set(document.toString(), document);
    const [oldest] = this.#places.keys();
    if (this.#places.size > MAX_KNOWN && oldest !== undefined) this.#places.delete(oldest);
  }

  /** Opens a file beside the report. @param report the column of the report. */
  async open(
    { atMs, index, request }: RequestBody<'openFile'>,
    report: ViewColumn | undefined,
  ): Promise<null> {
    const known = await this.#places.get(atMs)?.(index);
    const place = known ?? this.#placeIn(request);
    const viewColumn = report === ViewColumn.One ? ViewColumn.Beside : ViewColumn.One;
    if (place)
      await commands.executeCommand('vscode.open', place.uri, {
        viewColumn,
        ...selectionOf(place),
      });
    else void window.showWarningMessage(cannotOpenFile(wordsOf()));
    if (place?.mayHaveChanged === true)
      void window.showWarningMessage(fileMayHaveChanged(wordsOf(), lastName(place.uri.path)));
    return null;
  }

  #placeIn(request: RequestBody<'openFile'>['request']): Place | undefined {
    const uri = request && this.#documents.get(request.document);
    return uri && { uri, line: request.line, mayHaveChanged: true };
  }
}

function selectionOf({ line }: Place): { readonly selection?: Range } {
  return line === undefined ? {} : { selection: new Range(line - 1, 0, line - 1, 0) };
}
