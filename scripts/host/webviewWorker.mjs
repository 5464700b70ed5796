// Makes the webviews of the oldest VS Code share one service worker.
//
// VS Code 1.100 puts the id of a webview into the address of its service worker. On desktop, each webview has its own
// origin. code-server serves all webviews from one origin, where each new worker replaces the previous one, and a
// webview that waits for the previous one waits for 30 seconds or forever. Newer versions have no id in the address;
// this removes it. The worker uses it only for workers that a webview starts.
import { createHash } from 'node:crypto';

const webviewId = '&id=${ID}';
const moduleScript = /<script async type="module">([^]*?)<\/script>/;
const allowedScript = /'sha256-[^']+'/;

/**
 * Changes the page around every webview, and its Content-Security-Policy to allow the changed script.
 * @param {string} html
 */
export function withSharedWorker(html) {
  const shared = html.replace(webviewId, '');
  const script = moduleScript.exec(shared)?.[1];
  if (shared === html || script === undefined || !allowedScript.test(shared))
    throw new Error('The page around webviews is not that of VS Code 1.100.');
  const hash = createHash('sha256').update(script).digest('base64');
  return shared.replace(allowedScript, () => `'sha256-${hash}'`);
}
