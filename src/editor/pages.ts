import { extensions, Uri } from 'vscode';

/** The folder of the pages of `docs/` in the package; undefined if VS Code has not loaded the extension. */
export function pagesFolder(): Uri | undefined {
  const root = extensions.getExtension('api-spend.api-spend')?.extensionUri;
  return root && Uri.joinPath(root, 'dist', 'docs');
}
