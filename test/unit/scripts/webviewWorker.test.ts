import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { withSharedWorker } from '../../../scripts/host/webviewWorker.mjs';

const page = (policy: string, script: string): string =>
  `<meta content="script-src '${policy}'"><script async type="module">${script}</script>`;

describe('the service worker of the oldest VS Code’s webviews', () => {
  it('has one address for all webviews, and is allowed by the policy', () => {
    const script = 'register(`service-worker.js?v=4&remoteAuthority=a`)';
    const hash = createHash('sha256').update(script).digest('base64');
    assert.equal(
      withSharedWorker(page('sha256-old', script.replace('v=4', 'v=4&id=${ID}'))),
      page(`sha256-${hash}`, script),
    );
  });

  it('is not changed in an unknown page', () => {
    for (const unknown of [
      '',
      page('sha256-old', 'register(`service-worker.js?v=4`)'),
      page('none', 'register(`service-worker.js?v=4&id=${ID}`)'),
    ])
      assert.throws(() => withSharedWorker(unknown), /not that of VS Code 1\.100/);
  });
});
