import { FileSystemError, FileType, Uri, workspace } from 'vscode';
import type { TextPart } from '../../../core/files/notebook';
import { LARGEST_TEXT_BYTES } from '../../../core/files/scanned/limits';
import type { FileKind } from '../../../core/files/sentText';
import type { FileForm, TemplateContent } from '../../../core/files/scanned/content';
import { noSuchFile, unreadableFile, wrongFile } from '../../../wording/programs/toolProblems';
import { openDocument, openNotebook, readParts } from '../../subject/fileText';
import { templates } from '../../subject/templates/templates';
import { RequestError } from '../requestError';

/** A file that a language model has named. */
export interface ToolFile {
  readonly uri: Uri;
  /** The name shown to users and to the language model. */
  readonly name: string;
  readonly isInWorkspace: boolean;
}

interface ReadFile extends ToolFile {
  readonly hasUnsavedChanges: boolean;
  /** What of the file was counted; undefined: all of it. */
  readonly form: FileForm | undefined;
}

/** The text that the tool prices. */
export interface ToolText {
  readonly parts: readonly TextPart[];
  /** The parts of a template with each of its samples; undefined: it is none, or was given as a text. */
  readonly samples?: TemplateContent['samples'] | undefined;
  /** Sentences on the values of a template. */
  readonly valueNotes?: readonly string[];
  /** The only part may be a file of API requests. */
  readonly mayHoldRequests?: FileKind | undefined;
  /** Undefined: the text was given. */
  readonly file: ReadFile | undefined;
}

/**
 * Finds a file by a path within the workspace, an absolute path or a URI, without reading it.
 *
 * @throws {RequestError} if there is none.
 */
export async function findToolFile(path: string): Promise<ToolFile> {
  for (const uri of placesOf(path)) {
    if (openDocument(uri) ?? openNotebook(uri)) return describe(uri);
    const type = await typeOf(uri, path);
    if (type === undefined) continue;
    if ((type & FileType.Directory) !== 0) {
      throw wrong(wrongFile(path, 'folder'));
    }
    return describe(uri);
  }
  throw wrong(noSuchFile(path, folderNames()));
}

/** @throws {RequestError} if it has no text to count. */
export async function readToolFile(file: ToolFile): Promise<ToolText> {
  const content = await readParts(file.uri, LARGEST_TEXT_BYTES).catch((error: unknown) => {
    throw wrong(unreadableFile(file.name, messageOf(error)));
  });
  switch (content.kind) {
    case 'binary':
    case 'tooLarge':
      throw wrong(wrongFile(file.name, content.kind));
    case 'text': {
      const { parts, samples, template, form, mayHoldRequests } = content;
      const valueNotes = template ? (await templates.reader()).notesOn(template) : [];
      const { isDirty: hasUnsavedChanges = false } =
        openDocument(file.uri) ?? openNotebook(file.uri) ?? {};
      const read = { ...file, form, hasUnsavedChanges };
      return { parts, samples, valueNotes, mayHoldRequests, file: read };
    }
  }
}

/** The URIs that a path may mean, the likeliest first. */
function placesOf(path: string): readonly Uri[] {
  const folders = workspace.workspaceFolders ?? [];
  if (/^([/\\]|[a-z]:[/\\])/i.test(path)) {
    // In a virtual workspace, an absolute path belongs to its file system; a workspace can have several.
    const elsewhere = folders.filter(({ uri }) => uri.scheme !== 'file');
    const places = new Map(
      elsewhere.map(({ uri }) => uri.with({ path })).map((uri) => [uri.toString(), uri]),
    );
    return [...places.values(), Uri.file(path)];
  }
  const addresses = /^[a-z][a-z\d+.-]+:/i.test(path) ? [Uri.parse(path)] : [];
  const [first = '', ...rest] = path.split(/[/\\]/);
  const below = folders.map(({ uri }) => Uri.joinPath(uri, path));
  // With several workspace folders, a path begins with a folder's name.
  const named = folders
    .filter(({ name }) => name === first && rest.length > 0)
    .map(({ uri }) => Uri.joinPath(uri, ...rest));
  return [...addresses, ...below, ...named, Uri.from({ scheme: 'untitled', path })];
}

/** Undefined if nothing is there, or no file system has the scheme. */
async function typeOf(uri: Uri, path: string): Promise<FileType | undefined> {
  try {
    return (await workspace.fs.stat(uri)).type;
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'NoPermissions') {
      throw wrong(wrongFile(path, 'forbidden'));
    }
    return undefined;
  }
}

function describe(uri: Uri): ToolFile {
  const isInWorkspace =
    uri.scheme === 'untitled' || workspace.getWorkspaceFolder(uri) !== undefined;
  const name = workspace.asRelativePath(uri);
  return { uri, isInWorkspace, name };
}

function folderNames(): readonly string[] {
  return (workspace.workspaceFolders ?? []).map(({ name }) => name);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function wrong(message: string): RequestError {
  return new RequestError('invalidArgument', message);
}
