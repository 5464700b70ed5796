import { join } from 'node:path';
import { parseExcludes } from '../../core/files/excludes';
import { repositoryRules, rulesAbove } from '../../core/files/gitIgnore';
import { pathBelow } from '../../core/files/paths';
import type { FileTree } from '../../core/files/walk';
import type { Io } from '../io';
import { FilePlace } from './filePlace';
import { gitFiles } from './gitFiles';

/** The standard of VS Code's setting `files.exclude` (https://code.visualstudio.com/docs/reference/default-settings). */
const STANDARD_EXCLUDES = {
  '**/.git': true,
  '**/.svn': true,
  '**/.hg': true,
  '**/.DS_Store': true,
  '**/Thumbs.db': true,
};

/** The disk for a walk. @param excludes the user's `files.exclude`, as in settings.json; its paths are relative to the working directory. */
export function diskTree(io: Io, excludes: unknown): FileTree<FilePlace> {
  const git = gitFiles(io);
  const isExcluded = parseExcludes({ ...STANDARD_EXCLUDES, ...Object(excludes) });
  const { path: start } = new FilePlace(io.workingDirectory());
  return {
    kindOf: async ({ native }, follows) => (await io.stat(native, follows)).kind,
    list: async ({ native }) => io.listFolder(native),
    join: (folder, name) => new FilePlace(join(folder.native, name)),
    readRules: async ({ native }) => new TextDecoder().decode(await io.readFile(native)),
    repositoryRules: async (repository) => repositoryRules(git, repository),
    rulesAbove: async (chosen) => rulesAbove(git, chosen),
    isExcluded: ({ path }, siblings) => isExcluded(pathBelow(start, path) ?? path, siblings),
    yieldToHost: async () => Promise.resolve(),
  };
}
