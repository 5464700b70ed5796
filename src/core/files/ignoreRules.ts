import ignore, { type Ignore } from 'ignore';

/** The rules of one .gitignore file. */
interface Level {
  readonly ignore: Ignore;
  /** Path from the file's folder to the current folder, such as `src/`; empty in the file's own folder. */
  readonly prefix: string;
}

/**
 * The rules of all .gitignore files that apply in one folder. As in git, the deepest file with a matching pattern
 * decides. Patterns are case-sensitive, as in VS Code's search.
 */
export class IgnoreRules {
  static readonly none = new IgnoreRules([]);

  /** Deepest file first. */
  readonly #levels: readonly Level[];

  private constructor(levels: readonly Level[]) {
    this.#levels = levels;
  }

  /** Adds the .gitignore file of the current folder. */
  with(text: string): IgnoreRules {
    return new IgnoreRules([{ ignore: matcher().add(text), prefix: '' }, ...this.#levels]);
  }

  /** Whether an entry of the current folder is ignored. */
  ignores(name: string, isFolder: boolean): boolean {
    for (const level of this.#levels) {
      const { ignored, unignored } = testEntry(level, name, isFolder);
      if (ignored || unignored) return ignored;
    }
    return false;
  }

  /** The rules in a subfolder that is not ignored itself. */
  below(name: string): IgnoreRules {
    return new IgnoreRules(
      this.#levels.map((level) => ({
        ignore: testEntry(level, name, true).ignored ? reincluding(level, name) : level.ignore,
        prefix: `${level.prefix}${name}/`,
      })),
    );
  }
}

function matcher(): Ignore {
  return ignore({ ignorecase: false, allowRelativePaths: true });
}

/**
 * The rules of a file that ignores a folder although a deeper file re-includes it. In git only this one verdict is
 * overruled, and the file's other patterns still apply below the folder. `ignore` ignores everything below an
 * ignored folder, so the folder is re-included here too.
 */
function reincluding({ ignore: rules, prefix }: Level, name: string): Ignore {
  return matcher()
    .add(rules)
    .add([`!/${escapePattern(prefix + name)}/`]);
}

function escapePattern(path: string): string {
  return path.replaceAll(/[\\*?[\]]/g, String.raw`\$&`);
}

function testEntry({ ignore: rules, prefix }: Level, name: string, isFolder: boolean) {
  return rules.test(`${prefix}${name}${isFolder ? '/' : ''}`);
}
