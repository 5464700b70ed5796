// How the files of a release are published. No command takes a token that lives longer than the run.

/**
 * @typedef {object} Release
 * @property {string} version
 * @property {import('./version.mjs').Channel} channel
 * @property {{ readonly vsix: string, readonly npm: string }} files names
 *
 * @typedef {object} Command
 * @property {'vsce' | 'ovsx' | 'npm'} program
 * @property {readonly string[]} args
 *
 * @typedef {'marketplace' | 'open-vsx' | 'npm'} Registry
 */

/** @type {readonly Registry[]} */
export const REGISTRIES = ['marketplace', 'open-vsx', 'npm'];

/**
 * The command that publishes to a registry.
 * @param {Registry} registry
 * @param {Release} release
 * @param {{ readonly byEntra?: boolean }} [options] `byEntra`: the run is signed in at Microsoft Entra ID; else the
 *   Marketplace trusts the workflow
 * @returns {Command}
 */
export function publishCommand(registry, { channel, files }, { byEntra = false } = {}) {
  const isPreRelease = channel === 'pre-release';
  switch (registry) {
    case 'marketplace': {
      const signIn = byEntra ? '--azure-credential' : '--oidc';
      const mark = isPreRelease ? ['--pre-release'] : [];
      const args = ['publish', `--packagePath=${files.vsix}`, '--skip-duplicate', signIn, ...mark];
      return { program: 'vsce', args };
    }
    case 'open-vsx':
      // The package itself says whether it is a pre-release.
      return {
        program: 'ovsx',
        args: ['publish', files.vsix, '--skip-duplicate', '--trusted-publishing'],
      };
    case 'npm': {
      const tag = isPreRelease ? 'next' : 'latest';
      return { program: 'npm', args: ['publish', files.npm, '--access=public', `--tag=${tag}`] };
    }
  }
}
