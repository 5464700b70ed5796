import { Disposable, FileSystemError, FileType, RelativePattern, Uri, workspace } from 'vscode';
import { MOST_SAMPLE_BYTES, type ReadBeside } from '../../../core/files/templates/resolve';
import { pathBelow } from '../../../core/files/paths';
import { openDocument, readText } from '../fileText';

/** More folders are not watched: a scan may find templates in thousands. */
const MOST_WATCHED = 20;

/** Reads files beside templates, and notes when one of them changes, also in an editor before it is saved. */
export class FilesBeside implements Disposable {
  readonly #changed: () => void;
  /** The URIs of all files that were looked for. */
  readonly #tried = new Set<string>();
  readonly #watchers = new Map<string, Disposable>();
  readonly #listener: Disposable;
  #revision = 0;

  constructor(changed: () => void) {
    this.#changed = changed;
    this.#listener = Disposable.from(
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#note(document.uri);
      }),
      workspace.onDidCloseTextDocument(({ uri }) => this.#note(uri)),
    );
  }

  /** Another number after each change. */
  get revision(): number {
    return this.#revision;
  }

  dispose(): void {
    this.#listener.dispose();
    for (const watcher of this.#watchers.values()) watcher.dispose();
  }

  of(template: Uri): ReadBeside {
    const home = homeOf(template);
    const folder = Uri.joinPath(home, '..');
    return async (path) => {
      // An untitled document lies nowhere; a query may name another file than the path.
      if (home.scheme === 'untitled' || home.query !== '') return undefined;
      const uri = Uri.joinPath(folder, path);
      this.#tried.add(uri.toString());
      this.#watch(Uri.joinPath(uri, '..'));
      return readFile(uri);
    };
  }

  #watch(folder: Uri): void {
    const key = folder.toString();
    if (this.#watchers.has(key) || this.#watchers.size >= MOST_WATCHED) return;
    const watcher = workspace.createFileSystemWatcher(new RelativePattern(folder, '*'));
    const note = (uri: Uri): void => this.#note(uri);
    this.#watchers.set(
      key,
      Disposable.from(
        watcher,
        watcher.onDidCreate(note),
        watcher.onDidChange(note),
        watcher.onDidDelete(note),
      ),
    );
  }

  #note(uri: Uri): void {
    if (!this.#tried.has(uri.toString())) return;
    this.#revision++;
    this.#changed();
  }
}

/** The file that a document of git is a version of: in the folder of the workspace that has it, which may be remote. */
export function homeOf(uri: Uri): Uri {
  if (uri.scheme !== 'git') return uri;
  const folders = workspace.workspaceFolders ?? [];
  const own = folders.find((folder) => pathBelow(folder.uri.path, uri.path) !== undefined);
  return (own?.uri ?? Uri.file('/')).with({ path: uri.path, query: '' });
}

async function readFile(uri: Uri): ReturnType<ReadBeside> {
  try {
    // A folder, or a device without an end.
    const isFile = openDocument(uri) ?? ((await workspace.fs.stat(uri)).type & FileType.File) !== 0;
    if (!isFile) return undefined;
    const file = await readText(uri, MOST_SAMPLE_BYTES);
    if (file.kind === 'text') return { kind: 'text', text: file.text };
    // What is no text is no JSON.
    return file.kind === 'tooLarge' ? { kind: 'tooLarge' } : { kind: 'text', text: '' };
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}
