import ignore, { type Ignore } from 'ignore';

/** The rules of one .gitignore file. */
interface Level {
  readonly ignore: Ignore;
  /** Path from the folder of the file to the current folder, such as `src/`; empty if they are the same. */
  readonly prefix: string;
}

/**
 * The rules of all .gitignore files that apply to the entries of one folder. As in git, the deepest file with a
 * matching pattern decides. Patterns are case-sensitive, as in VS Code's search.
 */
export class IgnoreRules {
  static readonly none = new IgnoreRules([]);

  /** Deepest file first. */
  readonly #levels: readonly Level[];

  private constructor(levels: readonly Level[]) {
    this.#levels = levels;
  }

  /** These rules and those of the folder's own .gitignore file. */
  with(text: string): IgnoreRules {
    return new IgnoreRules([{ ignore: matcher().add(text), prefix: '' }, ...this.#levels]);
  }

  /** Whether an entry of the folder is ignored. */
  ignores(name: string, isFolder: boolean): boolean {
    for (const level of this.#levels) {
      const { ignored, unignored } = testEntry(level, name, isFolder);
      if (ignored || unignored) return ignored;
    }
    return false;
  }

  /** The rules for the entries of a subfolder, which must not be ignored itself. */
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
 * The rules of a file that ignores a folder which a deeper file re-includes. In git, the file's other patterns still
 * apply below that folder. The package `ignore` ignores everything below an ignored folder, so this adds a pattern
 * that re-includes it.
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
