import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { settingsPage } from '../../../../scripts/packaging/settingsPage.mjs';
import { projectRoot } from '../../../support/priceTables';

describe('docs/settings.md', () => {
  const file = join(projectRoot, 'docs/settings.md');
  const written = readFileSync(file, 'utf8');

  it('is what `npm run settings` makes of the manifest', async () => {
    const config = await resolveConfig(file);
    assert.equal(await format(settingsPage(), { ...config, filepath: file }), written);
  });

  it('has each setting, its values, and nothing that only VS Code can follow', () => {
    const manifest = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
      contributes: { configuration: { properties: Record<string, { enum?: string[] }> }[] };
    };
    const settings = manifest.contributes.configuration.flatMap(({ properties }) =>
      Object.entries(properties),
    );
    assert.ok(settings.length > 25);
    for (const [key, { enum: names = [] }] of settings) {
      const line = written
        .split('\n')
        .find((each) => each.includes(`\`${key}\``) && each.startsWith('|'));
      assert.ok(line !== undefined, key);
      for (const name of names) assert.ok(line.includes(`\`${name}\`: `), `${key} ${name}`);
    }
    assert.doesNotMatch(written, /command:|`#|%|undefined/);
  });
});
