import { Uri, type Webview } from 'vscode';

/** The page's frame: it loads one script and one style sheet of ours and may do nothing else. */
export function reportHtml(webview: Webview, extensionUri: Uri, title: string): string {
  const script = webview.asWebviewUri(Uri.joinPath(extensionUri, 'dist', 'report', 'main.js'));
  const style = webview.asWebviewUri(Uri.joinPath(extensionUri, 'dist', 'report', 'main.css'));
  const nonce = makeNonce();
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
  ].join('; ');
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${escapeHtml(title)}</title>
    <link rel="stylesheet" href="${style.toString()}" />
  </head>
  <body>
    <main id="report"></main>
    <script type="module" nonce="${nonce}" src="${script.toString()}"></script>
  </body>
</html>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** 128 random bits as text, for the content security policy. */
function makeNonce(): string {
  return crypto.randomUUID().replaceAll('-', '');
}
