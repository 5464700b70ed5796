import assert from 'node:assert/strict';
import {
  counted,
  isOnFiles,
  isOtherReport,
  freeze,
  isSameTopic,
  rememberedTopic,
  unfreeze,
  type Topic,
} from '../../../../src/report/state/topic';
import { seedModels, subjectOf } from '../../../support/reports';

const text = subjectOf(seedModels(), { 'a.md': 1 });
const other = subjectOf(seedModels(), { 'b.md': 2 });
const manyFiles = subjectOf(
  seedModels(),
  Object.fromEntries(Array.from({ length: 1001 }, (_, index) => [`${index}.md`, 1])),
  'files',
);
const NONE: Topic = { kind: 'none' };

describe('the topic of the report', () => {
  it('follows the editor until it is frozen, and again when it is no longer frozen', () => {
    const following = counted(counted(NONE, text), other);
    assert.deepEqual(following, { kind: 'current', subject: other });
    const frozen = counted(freeze(following), text);
    assert.deepEqual(frozen, { kind: 'frozen', subject: other });
    assert.deepEqual(unfreeze(frozen, text), { kind: 'current', subject: text });
  });

  it('stays the same when it is no longer frozen before the editor has counted anything', () => {
    const frozen = freeze(counted(NONE, text));
    assert.deepEqual(unfreeze(frozen, undefined), { kind: 'current', subject: text });
  });

  it('is the same on the same document, whatever is selected in it', () => {
    const selected = { ...text, kind: 'selections' as const, selections: 2 };
    const before = counted(NONE, text);
    assert.equal(isSameTopic(before, counted(before, selected)), true);
    assert.equal(isSameTopic(before, freeze(before)), true);
    assert.equal(isSameTopic(before, counted(before, other)), false);
    assert.equal(isSameTopic(NONE, NONE), false);
  });

  it('is the same on files that were too many to be remembered: what was ticked off stays so', () => {
    const before = counted(NONE, manyFiles);
    const remembered = rememberedTopic(before);
    assert.equal(isSameTopic(remembered, before), true);
    assert.equal(isSameTopic(remembered, counted(remembered, text)), false);
  });

  it('is another report where files begin or end, not from text to text', () => {
    const files = { ...manyFiles, identity: 'folder' };
    const [onText, onFiles] = [counted(NONE, text), counted(NONE, files)];
    assert.equal(isOtherReport(onText, counted(onText, other)), false);
    assert.equal(isOtherReport(onText, onFiles), true);
    assert.equal(isOtherReport(onFiles, onText), true);
    assert.equal(isOtherReport(onFiles, counted(NONE, { ...files, identity: 'other' })), true);
    assert.equal(isOtherReport(onFiles, counted(onFiles, files)), false);
    assert.equal(isOtherReport(NONE, onFiles), false);
  });

  it('is not frozen without a subject', () => {
    assert.deepEqual(freeze(NONE), NONE);
  });

  it('follows the editor after frozen files were too many to be remembered', () => {
    const remembered = rememberedTopic(freeze(counted(NONE, manyFiles)));
    const { identity } = manyFiles;
    assert.deepEqual(remembered, { kind: 'tooLarge', name: 'project', files: 1001, identity });
    assert.equal(isOnFiles(remembered), true);
    // A page that stayed frozen would stay empty, without a button to follow the editor.
    assert.deepEqual(counted(freeze(remembered), text), { kind: 'current', subject: text });
  });
});
