import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countTable } from '../../../../../src/core/pricing/table/counts';
import { bundledTable, projectRoot } from '../../../../support/priceTables';

describe('counts of the price table', () => {
  it('are those in the documentation', () => {
    const { providers, models, periods } = countTable(bundledTable());
    const text = readFileSync(join(projectRoot, 'docs/pricing.md'), 'utf8');
    const stated = `**${providers} providers**, **${models} models** and **${periods} periods**`;
    assert.ok(text.includes(stated), stated);
  });
});
