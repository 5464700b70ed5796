import {
  Disposable,
  EventEmitter,
  RelativePattern,
  Uri,
  window,
  workspace,
  type ConfigurationScope,
  type Event,
  type WorkspaceFolder,
} from 'vscode';
import type { TeamPrices } from '../../core/pricing/resolve';
import { Latest } from '../../core/scheduling/latest';
import { TEAM_FILE_NAME } from '../../core/team/fileName';
import { pricesIn, settingsIn } from '../../core/team/settings';
import {
  teamFileInForce,
  teamFileProblem,
  teamFileRestricted,
  teamFileUnreadable,
} from '../../wording/documents/team';
import { HumanError, isMissing, messageFor, type ErrorAction } from '../errors';
import { openFileAt, showFormat } from '../help';
import { wordsOf } from '../words';

/** What `.api-spend.json` of a workspace folder says. */
export interface TeamFileState {
  /** URI of the file; undefined: the scope has no folder. */
  readonly uri: Uri | undefined;
  readonly prices: TeamPrices;
  /** Values by the settings whose defaults they replace. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Whether a file, or the last valid content of a file, is in force. */
  readonly isInForce: boolean;
  /** Why the file, or its present content, is not in force. */
  readonly warning: HumanError | undefined;
  /** The file is there, and ignored in Restricted Mode. */
  readonly isRestricted: boolean;
}

const NOTHING = {
  prices: {},
  settings: {},
  isInForce: false,
  warning: undefined,
  isRestricted: false,
};

/**
 * The teams' files of the workspace folders. Read when prices are first needed, and again after each change. In
 * Restricted Mode a file is ignored, because its assumptions would change the numbers without a mark on them.
 */
class TeamFiles {
  readonly #states = new Map<string, TeamFileState>();
  readonly #reads = new Map<string, { readonly latest: Latest; readonly reading: Promise<void> }>();
  readonly #changed = new EventEmitter<void>();

  /** Fires when a file that is in force, or the warning about it, has changed. */
  readonly onDidChange: Event<void> = this.#changed.event;

  /** Follows the files until the result is disposed. */
  follow(): Disposable {
    let watchers = this.#watch();
    const again = (): void => {
      watchers.dispose();
      watchers = this.#watch();
      this.#readAgain();
    };
    return Disposable.from(
      // A file watcher may miss a change, in remote windows and on network drives above all.
      workspace.onDidSaveTextDocument(({ uri }) => this.#readSaved(uri)),
      workspace.onDidChangeWorkspaceFolders(again),
      workspace.onDidGrantWorkspaceTrust(again),
      new Disposable(() => watchers.dispose()),
    );
  }

  /** As last read. @param scope undefined: the active editor. */
  of(scope: ConfigurationScope | undefined): TeamFileState {
    const folder = folderOf(scope);
    if (!folder) return { ...NOTHING, uri: undefined };
    return this.#states.get(keyOf(folder)) ?? { ...NOTHING, uri: fileIn(folder) };
  }

  /** Reads the file unless it has been read. */
  async load(scope: ConfigurationScope | undefined): Promise<TeamFileState> {
    const folder = folderOf(scope);
    if (folder) await (this.#reads.get(keyOf(folder))?.reading ?? this.#read(folder));
    return this.of(scope);
  }

  #watch(): Disposable {
    const folders = workspace.workspaceFolders ?? [];
    return Disposable.from(
      ...folders.map((folder) => {
        const watcher = workspace.createFileSystemWatcher(
          new RelativePattern(folder, TEAM_FILE_NAME),
        );
        const read = (): void => void this.#read(folder);
        watcher.onDidCreate(read);
        watcher.onDidChange(read);
        watcher.onDidDelete(read);
        return watcher;
      }),
    );
  }

  #readSaved(saved: Uri): void {
    const folder = workspace.getWorkspaceFolder(saved);
    if (folder && fileIn(folder).toString() === saved.toString()) void this.#read(folder);
  }

  /** Only what has been needed before. */
  #readAgain(): void {
    const known = (workspace.workspaceFolders ?? []).filter((each) => this.#reads.has(keyOf(each)));
    for (const folder of known) void this.#read(folder);
  }

  #read(folder: WorkspaceFolder): Promise<void> {
    const key = keyOf(folder);
    const { latest } = this.#reads.get(key) ?? { latest: new Latest() };
    const reading = this.#take(folder, latest.begin());
    this.#reads.set(key, { latest, reading });
    return reading;
  }

  /** @param signal aborted once a later read, which has newer content, begins. */
  async #take(folder: WorkspaceFolder, signal: AbortSignal): Promise<void> {
    const key = keyOf(folder);
    const before = this.#states.get(key);
    const state = await stateOf(fileIn(folder), before);
    if (signal.aborted) return;
    this.#states.set(key, state);
    if (!isSame(before, state)) this.#changed.fire();
  }
}

/** One for the window, like VS Code's own settings. */
export const teamFiles = new TeamFiles();

async function stateOf(uri: Uri, before: TeamFileState | undefined): Promise<TeamFileState> {
  const last = before ?? { ...NOTHING, uri };
  try {
    const text = new TextDecoder().decode(await workspace.fs.readFile(uri));
    return workspace.isTrusted ? await stateFrom(text, last) : restricted(uri);
  } catch (error) {
    if (isMissing(error)) return { ...NOTHING, uri };
    return withWarning(last, teamFileUnreadable(wordsOf(), messageFor(error)), []);
  }
}

/** Text that is not UTF-8 is refused as JSON. */
async function stateFrom(text: string, last: TeamFileState): Promise<TeamFileState> {
  // Few folders have the file, and a start reads no more than it needs.
  const { parseTeamFile } = await import('../../core/team/parse');
  const parsed = parseTeamFile(text);
  if (!parsed.ok) {
    const { problem } = parsed;
    const path = problem.kind === 'value' ? problem.problem.path : '';
    const actions = [...(last.uri ? [openFileAt(last.uri, path)] : []), showFormat('team.md')];
    return withWarning(last, teamFileProblem(wordsOf(), TEAM_FILE_NAME, problem), actions);
  }
  const [prices, settings] = [pricesIn(parsed.file), settingsIn(parsed.file)];
  return { ...NOTHING, uri: last.uri, prices, settings, isInForce: true };
}

function restricted(uri: Uri): TeamFileState {
  return {
    ...NOTHING,
    uri,
    warning: new HumanError(teamFileRestricted(wordsOf())),
    isRestricted: true,
  };
}

function withWarning(
  last: TeamFileState,
  problem: string,
  actions: readonly ErrorAction[],
): TeamFileState {
  const message = `${problem}. ${teamFileInForce(wordsOf(), last.isInForce)}`;
  const warning = new HumanError(message, { actions });
  return { ...last, warning };
}

/** Without a folder of its own, a document has the settings of the only folder, as in VS Code. */
function folderOf(scope: ConfigurationScope | undefined): WorkspaceFolder | undefined {
  const uri = uriOf(scope ?? window.activeTextEditor?.document);
  const own = uri && workspace.getWorkspaceFolder(uri);
  const folders = workspace.workspaceFolders ?? [];
  return own ?? (folders.length === 1 ? folders[0] : undefined);
}

function uriOf(scope: ConfigurationScope | undefined): Uri | undefined {
  if (!scope || scope instanceof Uri) return scope;
  return 'uri' in scope ? scope.uri : undefined;
}

function fileIn({ uri }: WorkspaceFolder): Uri {
  return Uri.joinPath(uri, TEAM_FILE_NAME);
}

function keyOf({ uri }: WorkspaceFolder): string {
  return uri.toString();
}

function isSame(a: TeamFileState | undefined, b: TeamFileState): boolean {
  const content = ({ prices, settings, isInForce, warning }: TeamFileState): string =>
    JSON.stringify([prices, settings, isInForce, warning?.message]);
  return content(a ?? { ...NOTHING, uri: b.uri }) === content(b);
}
