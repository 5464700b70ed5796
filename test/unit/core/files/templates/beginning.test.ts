import assert from 'node:assert/strict';
import { fileParts } from '../../../../../src/core/files/fileParts';
import { beginningOf, piecesBefore } from '../../../../../src/core/files/templates/beginning';
import { headOfText } from '../../../../../src/core/files/templates/fileTemplate';
import { placeholdersIn } from '../../../../../src/core/files/templates/placeholder';

const FILE = { path: 'a.prompt.md', languageId: 'prompt' };

/** The texts of a prompt file before its first placeholder. */
function beginning(text: string, file = FILE): readonly string[] | undefined {
  return beginningOf(text, file, fileParts(text, file).parts)?.map((part) => part.text);
}

describe('the stable beginning of a template', () => {
  it('ends at the first placeholder, loop or comment, behind the front matter', () => {
    assert.deepEqual(beginning('---\na: b\n---\nRules {{topic}} more'), ['Rules ']);
    assert.deepEqual(beginning('Rules {% for a in b %}x{% endfor %}'), ['Rules ']);
    assert.deepEqual(beginning('{{topic}} rules'), ['']);
    assert.equal(beginning('rules'), undefined);
  });

  it('goes on over the parts of a file, of which a block ends with its own', () => {
    const file = { path: 'a.prompty', languageId: 'prompty' };
    const text = '---\nname: a\n---\nsystem:\nRules\n\nuser:\nAbout {{topic}}\n';
    const found = beginning(text, file);
    assert.ok(found && found.length > 0);
    const all = found.join('');
    assert.ok(all.includes('Rules') && all.includes('About ') && !all.includes('{{'), all);
  });

  it('is the same for pieces of the whole text', () => {
    const text = '---\na: "{{b}}"\n---\nRules\nnot sent\nAbout {{topic}} end';
    const { style } = headOfText(text, FILE);
    const at = (part: string): number => text.indexOf(part);
    const pieces = (...sent: readonly (readonly [number, number])[]) =>
      piecesBefore(text, placeholdersIn(text, style), sent);
    const whole = [at('Rules'), text.length] as const;
    assert.deepEqual(pieces(whole), ['Rules\nnot sent\nAbout ']);
    assert.deepEqual(pieces([at('Rules'), at('not')], [at('About'), text.length]), [
      'Rules\n',
      'About ',
    ]);
    // No placeholder is sent.
    assert.equal(pieces([at('Rules'), at('not')]), undefined);
  });
});
