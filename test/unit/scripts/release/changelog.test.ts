import assert from 'node:assert/strict';
import { rehearsalNotes, releaseNotes } from '../../../../scripts/release/changelog.mjs';

const released = '## 1.10.0 - 2026-12-03\n\n- Ten.\n\n### Prices\n\n- One.\n\n## 1.1.0\n\n- Old.\n';

describe('the notes of a release', () => {
  it('are its section of the changelog, with the headings in it', () => {
    const changelog = `# Changelog\n\n${released}`;
    assert.equal(releaseNotes(changelog, '1.10.0'), '- Ten.\n\n### Prices\n\n- One.');
    assert.equal(releaseNotes(changelog, '1.1.0'), '- Old.');
  });

  it('are missing without a section of exactly this version, or with an empty one', () => {
    const changelog = `# Changelog\n\n${released}\n## 0.9.0\n`;
    for (const version of ['1.1', '1.10.1', '10.0', '0.9.0', '1.10.0-1'])
      assert.equal(releaseNotes(changelog, version), undefined, version);
  });

  it('are missing while there are changes that no version has', () => {
    const changelog = (text: string) => `# Changelog\n\n## Unreleased\n\n${text}\n\n${released}`;
    assert.equal(releaseNotes(changelog('- New.'), '1.10.0'), undefined);
    assert.match(releaseNotes(changelog(''), '1.10.0') ?? '', /Ten/);
  });

  it('are read with the line ends of Windows too', () => {
    const changelog = `# Changelog\n\n${released}`.replaceAll('\n', '\r\n');
    assert.match(releaseNotes(changelog, '1.1.0') ?? '', /^- Old\.$/);
  });

  it('are what is not released yet in a rehearsal, or else those of the version', () => {
    const changelog = `# Changelog\n\n## Unreleased\n\n- New.\n\n${released}`;
    assert.equal(rehearsalNotes(changelog, '1.1.0'), '- New.');
    assert.equal(rehearsalNotes(`# Changelog\n\n${released}`, '1.1.0'), '- Old.');
  });
});
