// A file system in memory that can refuse what a disk refuses.
import {
  EventEmitter,
  FileSystemError,
  FileType,
  type FileChangeEvent,
  type FileSystemProvider,
  type Uri,
} from 'vscode';

export class TestDisk implements FileSystemProvider {
  readonly files = new Map<string, Uint8Array>();
  readonly folders = new Set(['/']);
  /** Bytes that can still be written: then a file is cut, as on a disk that is full. */
  freeBytes = Infinity;
  isReadOnly = false;
  /** Called before a file is read, which may change then. */
  beforeRead: (path: string) => void = () => undefined;
  readonly #changed = new EventEmitter<FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;

  watch() {
    return { dispose: () => undefined };
  }

  stat(uri: Uri) {
    const file = this.files.get(uri.path);
    if (!file && !this.folders.has(uri.path)) throw FileSystemError.FileNotFound(uri);
    const type = file ? FileType.File : FileType.Directory;
    return { type, ctime: 0, mtime: Date.now(), size: file?.length ?? 0 };
  }

  readDirectory(uri: Uri): [string, FileType][] {
    if (!this.folders.has(uri.path)) throw FileSystemError.FileNotFound(uri);
    const start = uri.path === '/' ? '/' : `${uri.path}/`;
    const inside = (path: string): boolean =>
      path !== '/' && path.startsWith(start) && !path.slice(start.length).includes('/');
    const named = (paths: Iterable<string>, type: FileType): [string, FileType][] =>
      [...paths].filter(inside).map((path) => [path.slice(start.length), type]);
    return [...named(this.files.keys(), FileType.File), ...named(this.folders, FileType.Directory)];
  }

  readFile(uri: Uri): Uint8Array {
    this.beforeRead(uri.path);
    if (this.folders.has(uri.path)) throw FileSystemError.FileIsADirectory(uri);
    const file = this.files.get(uri.path);
    if (!file) throw FileSystemError.FileNotFound(uri);
    return file;
  }

  createDirectory(uri: Uri): void {
    this.#refuseIfReadOnly();
    this.folders.add(uri.path);
  }

  writeFile(uri: Uri, content: Uint8Array): void {
    this.#refuseIfReadOnly();
    const written = content.slice(0, this.freeBytes);
    this.files.set(uri.path, written);
    this.freeBytes -= written.length;
    if (written.length < content.length) throw new Error('ENOSPC: no space left on device, write');
  }

  delete(uri: Uri): void {
    this.#refuseIfReadOnly();
    if (!this.files.delete(uri.path)) throw FileSystemError.FileNotFound(uri);
  }

  rename(from: Uri, to: Uri): void {
    this.#refuseIfReadOnly();
    const file = this.files.get(from.path);
    if (!file) throw FileSystemError.FileNotFound(from);
    this.files.set(to.path, file);
    this.files.delete(from.path);
  }

  #refuseIfReadOnly(): void {
    if (this.isReadOnly) throw new Error('EROFS: read-only file system');
  }
}
