import { Uri } from 'vscode';

declare const process: { readonly env: Environment; readonly platform: string } | undefined;

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The extension host's environment; empty in a host in the browser, which has none. */
export function environment(): Environment {
  // The only use of Node's global: VS Code has no API for variables such as HOME.
  // oxlint-disable-next-line no-restricted-globals
  return typeof process === 'undefined' ? {} : process.env;
}

/** The user's home on the machine of the extension host; undefined in a browser. */
export function homeFolder(): Uri | undefined {
  const { HOME: home, USERPROFILE: profile } = environment();
  const path = home ?? profile;
  return path === undefined ? undefined : Uri.file(path);
}

/** The system that extensions run on: "linux", "win32", "darwin"; "browser" in a host in the browser. */
export function platform(): string {
  // oxlint-disable-next-line no-restricted-globals
  return typeof process === 'undefined' ? 'browser' : process.platform;
}
