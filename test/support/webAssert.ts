// Stands for node:assert/strict in a web worker: the same functions out of npm.
import assert from 'assert';

// oxlint-disable-next-line import/no-default-export -- as node:assert/strict
export default assert.strict;
