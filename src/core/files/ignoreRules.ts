import ignore, { type Ignore } from 'ignore';

/** The rules of one .gitignore file. */
interface Level {
  readonly ignore: Ignore;
  /** From the file's folder to the one that is looked at, such as `src/` ; empty in the file's own folder. */
  readonly prefix: string;
}

/**
 * What the .gitignore files above and in one folder say about its entries. The deepest file that has
 * something to say decides, as in git; letters' case matters, as in VS Code's own search.
 */
export class IgnoreRules {
  static readonly none = new IgnoreRules([]);

  /** The deepest first. */
  readonly #levels: readonly Level[];

  private constructor(levels: readonly Level[]) {
    this.#levels = levels;
  }

  /** With the .gitignore file of the folder itself. */
  with(text: string): IgnoreRules {
    const own = ignore({ ignorecase: false, allowRelativePaths: true }).add(text);
    return new IgnoreRules([{ ignore: own, prefix: '' }, ...this.#levels]);
  }

  /** Whether an entry of the folder is left out. */
  ignores(name: string, isFolder: boolean): boolean {
    for (const level of this.#levels) {
      const { ignored, unignored } = testEntry(level, name, isFolder);
      if (ignored || unignored) return ignored;
    }
    return false;
  }

  /**
   * For a folder in the folder. A file that would leave the folder out, but was overruled, says nothing
   * about what is below: `ignore` takes everything below an ignored folder as ignored.
   */
  below(name: string): IgnoreRules {
    const levels = this.#levels.filter((level) => !testEntry(level, name, true).ignored);
    return new IgnoreRules(
      levels.map((level) => ({ ignore: level.ignore, prefix: `${level.prefix}${name}/` })),
    );
  }
}

function testEntry({ ignore: rules, prefix }: Level, name: string, isFolder: boolean) {
  return rules.test(`${prefix}${name}${isFolder ? '/' : ''}`);
}
