import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { imageSize } from 'image-size';
import { runProgram } from '../../scripts/program.mjs';
import { manifestOf, packedFiles } from '../support/packedFiles';
import { projectRoot } from '../support/priceTables';

/** `vsce` builds and packs while other steps run. */
const VSCE_MS = 300_000;

describe('the manifest of the packed extension', () => {
  const manifest = manifestOf(packedFiles());

  it('tells registries what they show', () => {
    assert.strictEqual(manifest.pricing, 'Free');
    assert.strictEqual(manifest.license, 'MIT');
    assert.strictEqual(manifest.qna, 'marketplace');
    assert.match(manifest.galleryBanner.color, /^#[0-9a-f]{6}$/);
    assert.ok(['dark', 'light'].includes(manifest.galleryBanner.theme));
    assert.ok(manifest.description.length <= 150, String(manifest.description.length));
  });

  it('has 20 to 30 keywords, none twice', () => {
    const keywords = manifest.keywords.map((each) => each.toLowerCase());
    assert.ok(keywords.length >= 20 && keywords.length <= 30, String(keywords.length));
    assert.strictEqual(new Set(keywords).size, keywords.length);
  });

  it('has all addresses of the repository, or none', () => {
    const { repository, homepage, bugs } = manifest;
    const known = [repository?.url, homepage, bugs?.url].filter((each) => each !== undefined);
    assert.ok([0, 3].includes(known.length), known.join(', '));
    for (const address of known) assert.match(address, /^https:\/\//);
  });

  it('has nothing that only the repository uses', () => {
    for (const key of ['scripts', 'devDependencies', 'private']) assert.ok(!(key in manifest), key);
  });

  it('has an icon of 256 pixels', () => {
    const { width, height } = imageSize(readFileSync(join(projectRoot, manifest.icon)));
    assert.deepStrictEqual([width, height], [256, 256]);
  });
});

describe('vsce package', () => {
  it('passes without a flag and without a warning', async function () {
    this.timeout(VSCE_MS);
    const out = join(tmpdir(), `api-spend-${process.pid}.vsix`);
    try {
      const { code, output } = await runProgram('vsce', ['package', `--out=${out}`]);
      assert.strictEqual(code, 0, output);
      assert.doesNotMatch(output, /\bWARN/);
    } finally {
      rmSync(out, { force: true });
    }
  });
});
