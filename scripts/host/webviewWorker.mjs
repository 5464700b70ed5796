// Lets the webviews of the oldest VS Code share one service worker.
//
// VS Code 1.100 puts a webview's id into the address of its service worker. Elsewhere each webview has an
// origin of its own; code-server serves them all from one, where a new worker replaces the one before.
// A webview that was waiting for the old one then waits for 30 seconds, or for ever. Newer versions leave
// the id out, as this does. The worker does not read it, except for workers that a webview starts.
import { createHash } from 'node:crypto';

const webviewId = '&id=${ID}';
const moduleScript = /<script async type="module">([^]*?)<\/script>/;
const allowedScript = /'sha256-[^']+'/;

/**
 * The page around every webview, with its Content-Security-Policy allowing the changed script.
 * @param {string} html
 */
export function withSharedWorker(html) {
  const shared = html.replace(webviewId, '');
  const script = moduleScript.exec(shared)?.[1];
  if (shared === html || script === undefined || !allowedScript.test(shared))
    throw new Error('The page around webviews is not the one of VS Code 1.100.');
  const hash = createHash('sha256').update(script).digest('base64');
  return shared.replace(allowedScript, () => `'sha256-${hash}'`);
}
