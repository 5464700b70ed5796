import { cachingOf } from '../../core/estimate/caching/caching';
import { estimateTexts } from '../../core/estimate/estimate';
import type { Scenario } from '../../core/scenario/scenario';
import { describeBeginning } from '../../wording/documents/beginning';
import { describeUsageProblem } from '../../wording/documents/terminal';
import type { Words } from '../../wording/words';
import type { CountedFiles } from '../files/counted';
import type { Input } from '../files/read';
import { UsageError } from '../usageError';
import { callsOf, type Question } from './report';

/** What `--stable-beginning` takes for cached. */
interface KnownBeginning {
  readonly scenario: Pick<Scenario, 'cachedShare'>;
  readonly notes: readonly string[];
}

/** Hundredths of a percent: a scenario has one share for all models, whose tokens differ a little. */
const STEPS = 10_000;

/**
 * The part of the only text that is the same in each call, as a share of what is sent, on the first model.
 *
 * Worked example: 1,200 of 3,700 tokens stand before the first placeholder: 32.43 %.
 *
 * @param input `folders`: their files are counted one by one, and large ones in ranges, without their beginnings.
 * @throws {UsageError} if there are several texts, the file is not read whole, or nothing says where the beginning ends.
 */
export function stableBeginning(
  { files, beginning }: Pick<CountedFiles, 'files' | 'beginning'>,
  input: Input['kind'],
  words: Words,
  { models: [model], scenario, atMs }: Question,
): KnownBeginning {
  const [file] = files;
  if (!file || files.length > 1) throw problem('severalBeginnings');
  if (input === 'folders') throw problem('beginningOfFolder');
  if (!beginning || !model) throw problem('noBeginning');
  const { kind } = beginning;
  const known = { kind, count: beginning.countFor(model) };
  const call = estimateTexts(model, [file.countFor(model)], scenario, atMs, callsOf([file]));
  const share = cachingOf({ ...call, beginning: known }).known?.share ?? 0;
  const { tokens } = known.count;
  const cachedShare = Math.round(share * STEPS) / STEPS;
  return {
    scenario: { cachedShare },
    notes: [describeBeginning(words, file.path, model.id, { kind, tokens, share: cachedShare })],
  };
}

function problem(kind: 'severalBeginnings' | 'beginningOfFolder' | 'noBeginning'): UsageError {
  return new UsageError((words) => describeUsageProblem(words, { kind }));
}
