import assert from 'node:assert/strict';
import type { Diagnosis } from '../../../../src/core/diagnosis/diagnosis';
import { describeDiagnosis } from '../../../../src/wording/documents/diagnosis';
import { ENGLISH } from '../../../../src/wording/words';

const DIAGNOSIS: Diagnosis = {
  atMs: Date.UTC(2026, 10, 28, 9),
  host: {
    extension: '1.0.0',
    vscode: '1.139.1',
    ui: 'desktop',
    app: 'a|b',
    remote: 'none',
    system: 'linux',
    language: 'de',
    isTrusted: false,
    folders: 2,
    schemes: ['file', 'memfs'],
  },
  prices: {
    models: 3200,
    bundled: { name: 'pricing.json', bytes: 10, fault: undefined },
  },
  vocabularies: [
    { name: 'o200k.bin', bytes: 1597692, fault: undefined },
    { name: 'qwen3.bin', bytes: 0, fault: 'unreadable' },
  ],
  leased: ['o200k_base'],
  changedSettings: ['model'],
  settingProblems: 2,
  readout: 'ready',
  incidents: [
    {
      atMs: Date.UTC(2026, 10, 28, 8),
      kind: 'error',
      facts: { name: 'TypeError', code: 'ENOENT', place: 'extension.js:1:2' },
    },
    {
      atMs: Date.UTC(2026, 10, 28, 8, 30),
      kind: 'refused',
      facts: { name: 'Error', code: undefined, place: undefined },
    },
    { atMs: Date.UTC(2026, 10, 28, 8, 40), kind: 'warning', facts: undefined },
  ],
  timings: new Map([['count', { times: 3, lastMs: 4.26, longestMs: 9 }]]),
};

describe('the document of a diagnosis', () => {
  const text = describeDiagnosis(ENGLISH, DIAGNOSIS);

  it('has every part', () => {
    for (const line of [
      'Made 2026-11-28T09:00:00.000Z.',
      '| API Spend | 1.0.0           |',
      String.raw`| Host      | desktop, a\|b   |`,
      '| Remote    | no              |',
      '| Trusted   | no              |',
      '| Folders   | 2 (file, memfs) |',
      '- Models in force: 3200',
      '- Bundled table: 10 bytes, as built',
      '| o200k.bin | 1597692 | as built   |',
      '| qwen3.bin | 0       | unreadable |',
      'In memory: o200k_base.',
      'Status bar: ready. Rejected settings: 2. Changed settings: model.',
      '| count | 3     | 4.3      | 9.0         |',
      '- 2026-11-28T08:00:00.000Z error, TypeError, ENOENT (extension.js:1:2)',
      '- 2026-11-28T08:30:00.000Z refused, with a message for the user, Error',
      '- 2026-11-28T08:40:00.000Z warning',
    ])
      assert.ok(text.split('\n').includes(line), `${line}\nis not in\n${text}`);
  });

  it('says what could not be read, and that there is nothing', () => {
    const prices = { ...DIAGNOSIS.prices, models: undefined };
    const nothing = { ...DIAGNOSIS, prices, incidents: [], timings: new Map(), leased: [] };
    const host = { ...DIAGNOSIS.host, remote: 'other', folders: 0, schemes: [] } as const;
    const said = describeDiagnosis(ENGLISH, { ...nothing, host });
    assert.match(said, /Models in force: the prices could not be read/);
    assert.match(said, /\| Remote +\| another kind/);
    assert.match(said, /\| Folders +\| 0 \(none\)/);
    assert.match(said, /In memory: none\./);
    assert.match(said, /## Last problems\n\nNone\./);
  });
});
