import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resolveModel } from '../../../../../src/core/pricing/names/resolveModel';
import type { Model } from '../../../../../src/core/pricing/table/priceTable';
import { bundledTable, projectRoot } from '../../../../support/priceTables';

/**
 * What a name means on 2026-11-27 or a day later: the id of a model; `?`: the program must ask; `#picture`: billed otherwise; `local`;
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
  /** Retired models, and models of hosts, in public code and in LiteLLM's price map of 2026-08. */
  readonly olderModels: Readonly<Record<string, Meaning>>;
  /**
   * Other ids, with the number of uses, at most 40, in 22 public projects (stored copies of 2026): agents, gateways and
   * their lists of models, chat programs, and integrations in Python, TypeScript and Java. Those of two projects or more,
   * and of the others a sample weighted by uses.
   */
  readonly moreCode: Readonly<Record<string, readonly [Meaning, number]>>;
  /** Those of two projects or more that the other groups lack, of 23 such projects; uses as above. */
  readonly severalProjects: Readonly<Record<string, readonly [Meaning, number]>>;
}

/** The least shares of names that lead to one model, and that do or ask, as they must; those of docs/names.md are higher. */
const LEAST: Readonly<Record<keyof Written, readonly [answered: number, withQuestions: number]>> = {
  publicCode: [0.945, 0.98],
  sdkTypes: [0.96, 0.99],
  spellings: [0.94, 0.99],
  olderModels: [0.92, 0.99],
  moreCode: [0.665, 0.88],
  severalProjects: [0.6, 0.95],
};

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
    case 'fineTuned':
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

/** Of the names of models that exist, the shares that lead to one model or its unit, and to a question, as they must. */
interface Shares {
  readonly resolved: number;
  readonly asked: number;
}

function sharesOf(all: readonly Use[], weightOf: (use: Use) => number): Shares {
  const real = all.filter(({ meaning }) => meaning !== 'none');
  const sum = (uses: readonly Use[]): number =>
    uses.reduce((total, use) => total + weightOf(use), 0);
  const right = real.filter(isRight);
  const asked = right.filter(({ meaning }) => meaning === '?');
  return {
    resolved: sum(right) / sum(real) - sum(asked) / sum(real),
    asked: sum(asked) / sum(real),
  };
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0)} %`;
}

describe('ids as people write them', () => {
  const groups = [
    'publicCode',
    'sdkTypes',
    'spellings',
    'olderModels',
    'moreCode',
    'severalProjects',
  ] as const;
  const all = groups.flatMap(usesOf);

  it('are a long list', () => assert.ok(all.length >= 2300));

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

  it('lead to what they mean, in each group and by their uses: with and without the questions', () => {
    for (const group of groups) {
      const [answered, withQuestions] = LEAST[group];
      const shares = [() => 1, ({ uses }: Use) => uses].map((weightOf) =>
        sharesOf(usesOf(group), weightOf),
      );
      const found = shares.map(({ resolved }) => resolved);
      const sums = shares.map(({ resolved, asked }) => resolved + asked);
      assert.ok(Math.min(...found) >= answered, `${group}: ${found.join(', ')}`);
      assert.ok(Math.min(...sums) >= withQuestions, `${group}: ${sums.join(', ')}`);
    }
  });

  it('ask only among models that the name can mean', () => {
    for (const { name } of all.filter(({ meaning }) => meaning === '?')) {
      const resolution = resolveModel(bundledTable(), name, AT_MS);
      const isMoving = bundledTable().movingAliases?.some((alias) => alias.name === name);
      if (resolution.kind !== 'ambiguous' || isMoving === true) continue;
      const { candidates } = resolution;
      const hasWords = ({ id, model, aliases, weights = '', name: title }: Model): boolean => {
        const names = [id, model, weights, title].concat(aliases).join(' ').toLowerCase();
        return wordsIn(name).every((word) => names.includes(word));
      };
      // Hosts of the same weights call them as they like.
      const weights = new Set(candidates.map((candidate) => candidate.weights ?? candidate.id));
      const fitting = candidates.filter(hasWords);
      const fits = weights.size === 1 ? fitting.length > 0 : fitting.length === candidates.length;
      assert.ok(fits, `${name}: ${candidates.map(({ id }) => id).join(', ')}`);
    }
  });

  it('are told in docs/names.md with both shares', () => {
    const page = readFileSync(join(projectRoot, 'docs/names.md'), 'utf8').replaceAll(/ +/g, ' ');
    const real = all.filter(({ meaning }) => meaning !== 'none');
    assert.ok(page.includes(`holds ${real.length} ids`), String(real.length));
    for (const group of groups) {
      const { resolved, asked } = sharesOf(usesOf(group), () => 1);
      const line = `| ${percent(resolved)} | ${percent(asked)} | ${percent(Math.max(0, 1 - resolved - asked))} |`;
      assert.ok(page.includes(line), `${group}: ${line}`);
    }
    const { resolved: one, asked: several } = sharesOf(all, () => 1);
    const overall = `${(one * 100).toFixed(1)} % lead to one model and ${(several * 100).toFixed(1)} % ask`;
    assert.ok(page.includes(`Of all, ${overall}`), overall);
    const unpriced = real.filter(({ meaning }) => meaning === '#unknown').length;
    assert.ok(page.includes(`${unpriced} of which no source tells a price`), String(unpriced));
    const { resolved, asked } = sharesOf(usesOf('publicCode'), ({ uses }) => uses);
    const weighted = `${percent(resolved)} lead to one model and ${percent(asked)} ask`;
    assert.ok(page.includes(weighted), weighted);
  });
});

/**
 * The family and numbers of a name, which each of its candidates has: gemini and 3 of gemini-3-pro. How weights are stored
 * is not a part of it, nor that Claude thinks.
 */
function wordsIn(name: string): readonly string[] {
  const leaf = name
    .toLowerCase()
    .replace(/^.*[/:]/, '')
    .replace(/-(?:nvfp4|fp8|bf16)$/, '')
    .replace(/^(claude-.*)-thinking$/, '$1');
  return leaf.match(/[a-z]{4,}|\d+/g)?.filter((word) => !GENERAL.has(word)) ?? [];
}

const GENERAL = new Set([
  'latest',
  'instruct',
  'preview',
  'anthropic',
  'chat',
  'turbo',
  'global',
  'apac',
]);
