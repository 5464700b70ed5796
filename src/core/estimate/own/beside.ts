import { addMediaTokens, exactTokens, NO_TOKENS } from '../../media/sum';
import { mediaFamily, mediaTokens } from '../../media/tokens';
import type { Model } from '../../pricing/table/priceTable';
import { chatFamily, modelMessageTokens, nameTokens } from '../chatFormat';
import { toolFamily, toolTokens } from '../tools/tokens';
import type { Beside, BesideTokens } from '../counts/beside';
import { factsOf, NOTHING_UNSEEN, type BesideFacts } from './besideFacts';

/** Something that is sent beside text, and its tokens. */
interface Rule {
  /** Models of one family have the same tokens. */
  readonly familyOf: (model: Model) => string;
  /** Undefined: the call has nothing of it. */
  readonly tokensOf: (facts: BesideFacts, model: Model) => BesideTokens | undefined;
}

/** All that adds tokens to a call beside its text. */
const RULES: readonly Rule[] = [
  {
    familyOf: mediaFamily,
    tokensOf: ({ media }, model) => (media.length > 0 ? mediaTokens(media, model) : undefined),
  },
  {
    familyOf: toolFamily,
    tokensOf: ({ toolUse }, model) => toolUse && toolTokens(toolUse, model),
  },
  {
    familyOf: chatFamily,
    tokensOf: ({ names = 0 }, model) => (names > 0 ? nameTokens(names, model) : undefined),
  },
  {
    familyOf: chatFamily,
    tokensOf: ({ modelMessages = 0 }, model) =>
      modelMessages > 0 ? modelMessageTokens(modelMessages, model) : undefined,
  },
  {
    familyOf: () => '',
    tokensOf: ({ tokenIds = 0 }) => (tokenIds > 0 ? exactTokens(tokenIds) : undefined),
  },
  {
    familyOf: () => '',
    tokensOf: ({ unseen = NOTHING_UNSEEN }) =>
      unseen.size > 0 ? { ...NO_TOKENS, unknown: [...unseen.keys()] } : undefined,
  },
];

/** What is beside the text of each call, in their order; undefined: nothing. Calls with the same share one object. */
export function besideEach(calls: readonly BesideFacts[]): readonly (Beside | undefined)[] {
  const known = new Map<string, Beside>();
  return calls.map((facts) => {
    if (isEmpty(facts)) return undefined;
    const { unseen = NOTHING_UNSEEN, ...others } = factsOf(facts);
    const key = JSON.stringify([others, [...unseen.keys()]]);
    const beside = known.get(key) ?? besideOf(facts);
    known.set(key, beside);
    return beside;
  });
}

function isEmpty(facts: BesideFacts): boolean {
  const { media, toolUse, ...others } = factsOf(facts);
  return media.length === 0 && toolUse === undefined && Object.keys(others).length === 0;
}

function besideOf(facts: BesideFacts): Beside {
  return {
    kinds: [...new Set(facts.media.map(({ kind }) => kind))],
    familyOf,
    on: (model) => addMediaTokens(RULES.flatMap(({ tokensOf }) => tokensOf(facts, model) ?? [])),
  };
}

function familyOf(model: Model): string {
  return RULES.map((rule) => rule.familyOf(model)).join('\n');
}
