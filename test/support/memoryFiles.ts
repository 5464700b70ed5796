// A virtual file system: files in memory, as those of editors without a disk.
import {
  EventEmitter,
  FileChangeType,
  FileSystemError,
  FileType,
  type FileChangeEvent,
  type FileStat,
  type FileSystemProvider,
  type Uri,
} from 'vscode';

interface MemoryFile {
  readonly bytes: Uint8Array;
  readonly mtime: number;
}

/** Files by their URIs. A folder is there if a file is in it, or if it was made. */
export class MemoryFiles implements FileSystemProvider {
  readonly #files = new Map<string, MemoryFile>();
  readonly #folders = new Set<string>();
  readonly #changed = new EventEmitter<FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;
  #time = 0;

  watch(): { dispose: () => void } {
    return { dispose: () => undefined };
  }

  stat(uri: Uri): FileStat {
    const file = this.#files.get(uri.toString());
    if (file) {
      const { mtime, bytes } = file;
      return { type: FileType.File, ctime: 0, mtime, size: bytes.length };
    }
    if (!this.#isFolder(uri)) throw FileSystemError.FileNotFound(uri);
    return { type: FileType.Directory, ctime: 0, mtime: 0, size: 0 };
  }

  readDirectory(folder: Uri): [string, FileType][] {
    const start = below(folder);
    const entries = new Map<string, FileType>();
    for (const key of [...this.#files.keys(), ...this.#folders]) {
      if (!key.startsWith(start)) continue;
      const [name = '', ...rest] = key.slice(start.length).split('/');
      const isFolder = rest.length > 0 || this.#folders.has(key);
      entries.set(decodeURIComponent(name), isFolder ? FileType.Directory : FileType.File);
    }
    return [...entries];
  }

  createDirectory(uri: Uri): void {
    this.#folders.add(uri.toString());
    this.#fire(FileChangeType.Created, uri);
  }

  readFile(uri: Uri): Uint8Array {
    const file = this.#files.get(uri.toString());
    if (!file) throw FileSystemError.FileNotFound(uri);
    return file.bytes;
  }

  writeFile(uri: Uri, bytes: Uint8Array): void {
    const isNew = !this.#files.has(uri.toString());
    this.#time++;
    this.#files.set(uri.toString(), { bytes, mtime: this.#time });
    this.#fire(isNew ? FileChangeType.Created : FileChangeType.Changed, uri);
  }

  delete(uri: Uri): void {
    const isInside = (key: string): boolean => key === uri.toString() || key.startsWith(below(uri));
    for (const all of [this.#files, this.#folders])
      for (const key of all.keys()) if (isInside(key)) all.delete(key);
    this.#fire(FileChangeType.Deleted, uri);
  }

  rename(from: Uri, to: Uri): void {
    const bytes = this.readFile(from);
    this.delete(from);
    this.writeFile(to, bytes);
  }

  #isFolder(uri: Uri): boolean {
    const start = below(uri);
    const isIn = (key: string): boolean => key.startsWith(start);
    return (
      uri.path === '/' || this.#folders.has(uri.toString()) || [...this.#files.keys()].some(isIn)
    );
  }

  #fire(type: FileChangeType, uri: Uri): void {
    this.#changed.fire([{ type, uri }]);
  }
}

/** What the URIs of all entries in a folder begin with. */
function below(folder: Uri): string {
  return `${folder.toString().replace(/\/$/, '')}/`;
}

/** Writes a text. */
export function put(files: MemoryFiles, uri: Uri, text: string): void {
  files.writeFile(uri, new TextEncoder().encode(text));
}
