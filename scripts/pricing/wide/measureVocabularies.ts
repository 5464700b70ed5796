// Prints the spread of the tokens of all known vocabularies, from which the band of the calibration `unknown` is taken:
// of the bundled encodings on texts, and of the calibrations' factors, both per token of o200k_base.
// Usage: npx tsx scripts/pricing/wide/measureVocabularies.ts <folder of texts>...
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Counters } from '../../../src/core/tokens/counters';
import { ENCODINGS } from '../../../src/core/tokens/encodings';
import { CALIBRATIONS } from '../../../src/core/tokens/estimates/calibrations';
import type { Calibration, TokenFactor } from '../../../src/core/tokens/estimates/calibration';

const MINIMUM_TOKENS = 50;

void main();

async function main(): Promise<void> {
  const counters = new Counters((file) =>
    Promise.resolve(readFileSync(join('media/vocabularies', file))),
  );
  const texts = process.argv.slice(2).flatMap(filesOf);
  const base = await counters.lease('o200k_base').load();
  for (const encoding of ENCODINGS) {
    const counter = await counters.lease(encoding).load();
    const ratios = texts.flatMap((path) => {
      const text = readFileSync(path, 'utf8');
      const tokens = base.count(text);
      if (tokens < MINIMUM_TOKENS) return [];
      print(`${(counter.count(text) / tokens).toFixed(3)} ${encoding} ${path}`);
      return [counter.count(text) / tokens];
    });
    print(`${encoding}: ${rangeOf(ratios, ratios)}, n=${ratios.length}`);
  }
  for (const part of ['content', 'scripts'] as const) printFactors(part);
}

function rangeOf(lows: readonly number[], highs: readonly number[]): string {
  return `${Math.min(...lows).toFixed(3)} to ${Math.max(...highs).toFixed(3)}`;
}

/** The extremes of all calibrations whose base is o200k_base. */
function printFactors(part: 'content' | 'scripts'): void {
  const families = Object.values(CALIBRATIONS as Readonly<Record<string, Calibration>>).filter(
    (calibration) => calibration.base === 'o200k_base',
  );
  for (const key of Object.keys(families[0]?.[part] ?? {})) {
    const factors = families.map(
      (family) => (family[part] as Readonly<Record<string, TokenFactor>>)[key] as TokenFactor,
    );
    const lows = factors.map(({ value, band }) => value * (1 - band));
    const highs = factors.map(({ value, band }) => value * (1 + band));
    print(`${part} ${key}: ${rangeOf(lows, highs)}`);
  }
}

function filesOf(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => filesOf(join(path, name)));
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
