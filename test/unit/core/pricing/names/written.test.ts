import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resolveModel } from '../../../../../src/core/pricing/names/resolveModel';
import { bundledTable, projectRoot } from '../../../../support/priceTables';

/**
 * What a name means on 2026-11-27: the id of a model; `?`: the program must ask; `#picture`: billed otherwise; `local`;
 * `free`: an offer that bills nothing; `missing`: a model that the table does not have; `none`: no such model was ever sold under this name.
 */
type Meaning = string;

/** Ids as people write them. */
interface Written {
  /**
   * Written twice or more in Aider, awesome-llm-apps, gpt-researcher, gptme and Pydantic AI (stored copies of 2026),
   * tests and recordings left out, with the number of uses.
   */
  readonly publicCode: Readonly<Record<string, readonly [Meaning, number]>>;
  /** Other ids in the types of openai 6.49.0, @anthropic-ai/sdk 1.14.0 and the vendors' @ai-sdk packages. */
  readonly sdkTypes: Readonly<Record<string, Meaning>>;
  /** Spellings and prefixes of LiteLLM, LangChain, Pydantic AI, OpenRouter, Vercel, Hugging Face and the clouds. */
  readonly spellings: Readonly<Record<string, Meaning>>;
}

const written = JSON.parse(
  readFileSync(join(projectRoot, 'test/fixtures/names/written.json'), 'utf8'),
) as Written;

const AT_MS = Date.UTC(2026, 10, 27);

function resolve(name: string): Meaning {
  const resolution = resolveModel(bundledTable(), name, AT_MS);
  switch (resolution.kind) {
    case 'found':
      return resolution.model.id;
    case 'ambiguous':
      return '?';
    case 'notByTokens':
      return `#${resolution.unit}`;
    case 'local':
    case 'free':
      return resolution.kind;
    case 'unknown':
      return 'missing';
  }
}

/** The id under which the table has a model now: packages and hand may choose another of its names. */
function currentId(meaning: Meaning): Meaning {
  const resolution = resolveModel(bundledTable(), meaning, AT_MS);
  const isName = resolution.kind === 'found' && resolution.how === 'exact';
  return isName ? resolution.model.id : meaning;
}

interface Use {
  readonly name: string;
  readonly meaning: Meaning;
  readonly uses: number;
}

function usesOf(group: keyof Written): readonly Use[] {
  return Object.entries(written[group]).map(([name, value]: [string, unknown]) => {
    const [meaning, uses] = (Array.isArray(value) ? value : [value, 1]) as [Meaning, number];
    return { name, meaning, uses };
  });
}

function isRight({ name, meaning }: Use): boolean {
  return meaning !== 'missing' && resolve(name) === currentId(meaning);
}

/** The share of the names of models that exist that lead to their model, to a question or to the unit. */
function hitRate(all: readonly Use[], weightOf: (use: Use) => number): number {
  const real = all.filter(({ meaning }) => meaning !== 'none');
  const sum = (uses: readonly Use[]): number =>
    uses.reduce((total, use) => total + weightOf(use), 0);
  return sum(real.filter(isRight)) / sum(real);
}

describe('ids as people write them', () => {
  const groups = ['publicCode', 'sdkTypes', 'spellings'] as const;
  const all = groups.flatMap(usesOf);

  it('are a long list', () => assert.ok(all.length >= 800));

  it('never lead to a wrong model', () => {
    const wrong = all.filter(({ name, meaning }) => {
      const resolved = resolve(name);
      return resolved !== 'missing' && meaning !== 'missing' && resolved !== currentId(meaning);
    });
    assert.deepStrictEqual(
      wrong.map(({ name, meaning }) => `${name}: ${resolve(name)}, not ${meaning}`),
      [],
    );
  });

  it('lead to what they mean: 95 % of the names in each group, and of their uses', () => {
    for (const group of groups) {
      const rates = [hitRate(usesOf(group), () => 1), hitRate(usesOf(group), ({ uses }) => uses)];
      assert.ok(Math.min(...rates) >= 0.95, `${group}: ${rates.join(', ')}`);
    }
  });
});
