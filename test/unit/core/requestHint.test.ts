import assert from 'node:assert/strict';
import { canHoldRequests } from '../../../src/core/requestHint';

describe('files that can hold requests', () => {
  const can = (path: string, languageId = 'plaintext'): boolean =>
    canHoldRequests({ path, languageId });

  it('are JSON and JSON lines, by name or by language', () => {
    for (const path of ['/a.json', '/A.JSON', '/a.jsonl', '/a.ndjson']) assert.ok(can(path), path);
    for (const languageId of ['json', 'jsonc', 'jsonl']) assert.ok(can('Untitled-1', languageId));
  });

  it('are no others', () => {
    for (const path of ['/a.md', '/json', '/a.json.txt', '/a.jsonx']) assert.ok(!can(path), path);
  });
});
