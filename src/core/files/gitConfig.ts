/**
 * The path that `core.excludesFile` has in the text of a git configuration, as it is written there; the
 * last one counts. Conditional includes are not followed (https://git-scm.com/docs/git-config).
 */
export function excludesFileOf(config: string): string | undefined {
  let section = '';
  let path: string | undefined;
  for (const line of config.split(/\r?\n/)) {
    const heading = /^\[([^\]]*)\](.*)$/.exec(line.trim());
    if (heading) section = heading[1]?.trim().toLowerCase() ?? '';
    const setting = /^excludesfile\s*=(.*)$/i.exec((heading?.[2] ?? line).trim());
    if (section === 'core' && setting) path = unquote(setting[1]?.trim() ?? '');
  }
  return path === '' ? undefined : path;
}

/** Quotes are left out, and what follows `#` or `;` outside of them. */
function unquote(value: string): string {
  const quoted = /^"((?:[^"\\]|\\.)*)"/.exec(value);
  if (quoted) return (quoted[1] ?? '').replaceAll(/\\(["\\])/g, '$1');
  return value.replace(/[#;].*$/, '').trimEnd();
}

/** Where a `.git` file says that the repository is: work trees and submodules have one. */
export function gitFolderOf(file: string): string | undefined {
  return /^gitdir:(.*\S)/m.exec(file)?.[1]?.trim();
}
