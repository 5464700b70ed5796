import assert from 'node:assert/strict';
import {
  counted,
  isOnFiles,
  pin,
  rememberedTopic,
  unpin,
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
  it('follows the editor until it is pinned, and again when it is unpinned', () => {
    const following = counted(counted(NONE, text), other);
    assert.deepEqual(following, { kind: 'current', subject: other });
    const pinned = counted(pin(following), text);
    assert.deepEqual(pinned, { kind: 'pinned', subject: other });
    assert.deepEqual(unpin(pinned, text), { kind: 'current', subject: text });
  });

  it('stays the same when it is unpinned before the editor has counted anything', () => {
    const pinned = pin(counted(NONE, text));
    assert.deepEqual(unpin(pinned, undefined), { kind: 'current', subject: text });
  });

  it('is not pinned without a subject', () => {
    assert.deepEqual(pin(NONE), NONE);
  });

  it('follows the editor after pinned files were too many to be remembered', () => {
    const remembered = rememberedTopic(pin(counted(NONE, manyFiles)));
    assert.deepEqual(remembered, { kind: 'tooLarge', name: 'project', files: 1001 });
    assert.equal(isOnFiles(remembered), true);
    // A page that stayed pinned would stay empty, without a button to unpin it.
    assert.deepEqual(counted(pin(remembered), text), { kind: 'current', subject: text });
  });
});
