import assert from 'node:assert/strict';
import { commonFolder, lastName, pathBelow } from '../../../../src/core/files/paths';

describe('paths', () => {
  it('have a common folder', () => {
    assert.equal(commonFolder(['/a/b/c', '/a/b/d/e']), '/a/b');
    assert.equal(commonFolder(['/a/b', '/a/bc']), '/a');
    assert.equal(commonFolder(['/a/b']), '/a');
    assert.equal(commonFolder(['/a', '/b']), '/');
    assert.equal(commonFolder(['Untitled-1']), '/');
  });

  it('are relative to a folder above them', () => {
    assert.equal(pathBelow('/a', '/a/b/c'), 'b/c');
    assert.equal(pathBelow('/', '/b'), 'b');
    assert.equal(pathBelow('/a', '/ab'), undefined);
    assert.equal(pathBelow('/a', '/a'), undefined);
    assert.equal(lastName('/a/b'), 'b');
    assert.equal(lastName('/a/b/'), 'b/');
    assert.equal(lastName('/'), '/');
  });
});
