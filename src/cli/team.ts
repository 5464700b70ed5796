import { placeIn } from '../core/jsonc';
import { dirname, join, relative, resolve } from 'node:path';
import { TEAM_FILE_NAME } from '../core/team/fileName';
import { parseTeamFile } from '../core/team/parse';
import type { TeamFile } from '../core/team/schema';
import { describeUsageProblem, noTeamFile } from '../wording/documents/terminal';
import { teamFileProblem } from '../wording/documents/team';
import { visibleText } from '../core/figures/visibleText';
import { slashed } from './files/filePlace';
import { isFolder } from './files/folders';
import type { Io } from './io';
import { decode, readProblem, readTexts } from './texts';
import { UsageError } from './usageError';

/** The options about the team's file. */
export interface TeamChoice {
  /** As given; undefined: found upwards from the priced files. */
  readonly path: string | undefined;
  readonly isIgnored: boolean;
}

export interface Team {
  /** As given, or relative to the working directory. */
  readonly path: string;
  readonly file: TeamFile;
}

/**
 * Reads the team's file: the given one, or the nearest one in the folders above the priced files; above the working
 * directory for standard input.
 *
 * @throws {UsageError} if it is invalid, or if the priced files have different ones: a sum of their prices would mix
 *   the prices of two teams.
 */
export async function readTeam(
  io: Io,
  paths: readonly string[],
  { path, isIgnored }: TeamChoice,
): Promise<Team | undefined> {
  if (isIgnored) return undefined;
  if (path !== undefined) {
    const [read] = await readTexts(io, [path]);
    return { path, file: parse(path, read?.text ?? '') };
  }
  const found = new Map<string | undefined, Team | undefined>();
  for (const each of paths) {
    const team = await findTeam(io, each);
    found.set(team?.path, team);
  }
  if (found.size > 1) {
    throw new UsageError((words) => {
      const names = [...found.keys()].map((name) => name ?? noTeamFile(words));
      return describeUsageProblem(words, { kind: 'severalConfigs', paths: names });
    });
  }
  return [...found.values()][0];
}

async function findTeam(io: Io, priced: string): Promise<Team | undefined> {
  const start = io.workingDirectory();
  let folder = await folderOf(io, priced);
  for (;;) {
    const path = slashed(relative(start, join(folder, TEAM_FILE_NAME)));
    const bytes = await readIfThere(io, path);
    if (bytes) return { path, file: parse(path, decode(path, bytes)) };
    const parent = dirname(folder);
    if (parent === folder) return undefined;
    folder = parent;
  }
}

async function folderOf(io: Io, priced: string): Promise<string> {
  const start = io.workingDirectory();
  if (priced === '-') return start;
  const place = resolve(start, priced);
  return (await isFolder(io, priced)) ? place : dirname(place);
}

/** Undefined if there is no such file. */
async function readIfThere(io: Io, path: string): Promise<Uint8Array | undefined> {
  try {
    return await io.readFile(path);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes(code)) return undefined;
    throw new UsageError((words) => visibleText(readProblem(words, path, error)));
  }
}

function parse(path: string, text: string): TeamFile {
  const result = parseTeamFile(text);
  if (result.ok) return result.file;
  const { problem } = result;
  const place = problem.kind === 'value' ? placeIn(path, text, problem.problem.path) : path;
  throw new UsageError((words) => visibleText(teamFileProblem(words, place, problem)));
}
