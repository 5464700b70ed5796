import { dirname, join, resolve } from 'node:path';
import type { GitFiles, GitHomes } from '../../core/files/gitIgnore';
import type { EntryKind } from '../../core/files/walk';
import type { Io } from '../io';
import { FilePlace } from './filePlace';

/** The disk for the rules of git. Without a repository, only rules in the chosen folders themselves apply. */
export function gitFiles(io: Io): GitFiles<FilePlace> {
  const homes = homesOf(io);
  return {
    kindOf: async ({ native }) => kindOf(io, native),
    textOf: async ({ native }) => textOf(io, native),
    join: (folder, ...names) => new FilePlace(join(folder.native, ...names)),
    parentOf({ native }) {
      const parent = dirname(native);
      return parent === native ? undefined : new FilePlace(parent);
    },
    resolve: (folder, path) => new FilePlace(resolve(folder.native, path)),
    homesOf: () => homes,
    isTop: () => true,
  };
}

function homesOf({ environment }: Io): GitHomes<FilePlace> | undefined {
  const home = environment['HOME'] ?? environment['USERPROFILE'];
  if (home === undefined) return undefined;
  const xdg = environment['XDG_CONFIG_HOME'] || join(home, '.config');
  return {
    home: new FilePlace(home),
    gitHome: new FilePlace(join(xdg, 'git')),
    system: new FilePlace('/etc/gitconfig'),
  };
}

async function kindOf(io: Io, path: string): Promise<EntryKind | undefined> {
  try {
    return (await io.stat(path, true)).kind;
  } catch {
    return undefined;
  }
}

async function textOf(io: Io, path: string): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await io.readFile(path));
  } catch {
    return undefined;
  }
}
