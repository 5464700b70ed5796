// The address of the repository comes from one place: the manifest's `repository`, or else the git remote.
import { spawnSync } from 'node:child_process';
import { projectFolder } from '../host/hosts.mjs';

/** @typedef {string | { readonly url?: string } | undefined} RepositoryField */

/** How pages of hosts of git are addressed: the paths below a repository's address. */
const HOSTS = [
  { host: /^github\./, files: '/blob/HEAD', pictures: '/raw/HEAD', issues: '/issues' },
  { host: /^gitlab\./, files: '/-/blob/HEAD', pictures: '/-/raw/HEAD', issues: '/-/issues' },
];

/**
 * The address of a repository's page, out of what `git clone` takes. Names and passwords of a URL are left out.
 * @param {string} url as in `git@github.com:owner/name.git` or `https://github.com/owner/name`
 * @returns {string | undefined} undefined: a folder, or no host that others reach
 */
export function repositoryPage(url) {
  const written = /^(?:[\w.-]+@)?([\w-]+(?:\.[\w-]+)+):(?!\/\/)\/?(.+)$/.exec(url);
  const plain = written ? `https://${written[1]}/${written[2]}` : url.replace(/^git\+/, '');
  if (!URL.canParse(plain)) return undefined;
  const parsed = new URL(plain);
  if (!/^(?:https?|ssh|git):$/.test(parsed.protocol)) return undefined;
  const path = parsed.pathname.replace(/\/+$/, '').replace(/\.git$/, '');
  const isPublic = /\.[a-z]{2,}$/.test(parsed.hostname);
  return isPublic && path.length > 1 ? `https://${parsed.hostname}${path}` : undefined;
}

/**
 * @param {RepositoryField} field of the manifest
 * @param {() => string | undefined} remote asked only if the field is missing
 */
export function repositoryAddress(field, remote = gitRemote) {
  const url = (typeof field === 'string' ? field : field?.url) ?? remote();
  return url === undefined ? undefined : repositoryPage(url);
}

/** The URL of the remote `origin`; undefined without git, a repository or a remote. */
function gitRemote() {
  const args = ['config', '--get', 'remote.origin.url'];
  const { status, stdout } = spawnSync('git', args, { cwd: projectFolder, encoding: 'utf8' });
  return status === 0 && stdout.trim() !== '' ? stdout.trim() : undefined;
}

/**
 * Where a repository's files, pictures and issues are.
 * @param {string | undefined} address
 * @returns {{ readonly files: string, readonly pictures: string, readonly issues: string } | undefined} undefined: not
 *   known for this host
 */
export function repositoryPages(address) {
  if (address === undefined) return undefined;
  const host = HOSTS.find((each) => each.host.test(new URL(address).hostname));
  if (!host) return undefined;
  const { files, pictures, issues } = host;
  return {
    files: address + files,
    pictures: address + pictures,
    issues: address + issues,
  };
}
