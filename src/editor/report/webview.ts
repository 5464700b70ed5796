import { Uri, ViewColumn, window, type Webview, type WebviewPanel } from 'vscode';
import { REPORT_VIEW } from '../../protocol/viewType';
import { directionOf } from '../../core/figures/direction';
import { reportTitle as titleOf } from '../../wording/page/report';
import { wordsOf } from '../words';

export function reportTitle(): string {
  return titleOf(wordsOf());
}

/** A panel beside the editor, without its page. It takes the focus, as VS Code's own previews to the side do. */
export function createPanel(extensionUri: Uri): WebviewPanel {
  const options = optionsFor(extensionUri);
  return window.createWebviewPanel(REPORT_VIEW, reportTitle(), ViewColumn.Beside, options);
}

/** Loads the page into a new or restored panel. */
export function loadPage({ webview, title }: WebviewPanel, extensionUri: Uri): void {
  webview.options = optionsFor(extensionUri);
  webview.html = pageHtml(webview, extensionUri, title);
}

function optionsFor(extensionUri: Uri) {
  const page = Uri.joinPath(extensionUri, 'dist', 'report');
  return { enableScripts: true, localResourceRoots: [page] };
}

/** The content security policy allows one script and one style sheet, and nothing else. */
function pageHtml(webview: Webview, extensionUri: Uri, title: string): string {
  const script = webview.asWebviewUri(Uri.joinPath(extensionUri, 'dist', 'report', 'main.js'));
  const style = webview.asWebviewUri(Uri.joinPath(extensionUri, 'dist', 'report', 'main.css'));
  const nonce = makeNonce();
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
  ].join('; ');
  const { language } = wordsOf();
  return `<!doctype html>
<html lang="${escapeHtml(language)}" dir="${directionOf(language)}">
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

/** 122 random bits. */
function makeNonce(): string {
  return crypto.randomUUID().replaceAll('-', '');
}
