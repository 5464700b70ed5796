// Generates pricing.json, its figures in docs/pricing.md, and the JSON Schemas of it and of .api-spend.json; prints
// what changed, what was refused, where sources disagree, and what will change on a known day.
// Usage: npm run pricing:update
import { describeProblem } from '../../src/wording/problems';
import { ENGLISH } from '../../src/wording/words';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { PriceTableFile } from '../../src/core/pricing/table/schema';
import { parsePriceTable } from '../../src/core/pricing/table/parse';
import { KNOWN_TOKENIZERS } from '../../src/core/tokens/knownTokenizers';
import { findChanges, findDisagreements } from './compareTables';
import { withFigures } from './docs';
import { findUpcoming } from './upcoming';
import { generateTeamSchema } from './teamSchema';
import { formatJson, formatTable, generateSchema, generateTable, readJson } from './generate';

const refused: string[] = [];
const table = generateTable((line) => refused.push(line));
const checked = parsePriceTable(table, KNOWN_TOKENIZERS.encodings, KNOWN_TOKENIZERS.calibrations);
if (!checked.ok) {
  const lines = checked.problems.map((problem) => describeProblem(ENGLISH, problem));
  throw new Error(`the generated table is invalid:\n${lines.join('\n')}`);
}
const before = existsSync('pricing.json')
  ? (readJson('pricing.json') as PriceTableFile)
  : undefined;
writeFileSync('pricing.json', formatTable(table));
writeFileSync('media/pricing.schema.json', formatJson(generateSchema()));
writeFileSync('media/api-spend.schema.json', formatJson(generateTeamSchema(checked.table)));
writeFileSync(
  'docs/pricing.md',
  withFigures(readFileSync('docs/pricing.md', 'utf8'), checked.table),
);
print('Changes', findChanges(before, table));
print('Refused', refused);
print('Disagreements', findDisagreements(table));
print('Changes ahead', findUpcoming(table, new Date().toISOString().slice(0, 10)));

function print(title: string, lines: readonly string[]): void {
  process.stdout.write(`${title}: ${lines.length}\n${lines.map((line) => `  ${line}\n`).join('')}`);
}
