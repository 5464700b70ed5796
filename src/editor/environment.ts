declare const process: { readonly env: Environment } | undefined;

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The extension host's environment; empty in a host in the browser, which has none. */
export function environment(): Environment {
  // The only use of Node's global: VS Code has no API for variables such as HOME.
  // oxlint-disable-next-line no-restricted-globals
  return typeof process === 'undefined' ? {} : process.env;
}
