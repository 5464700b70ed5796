import { parseArgs } from 'node:util';
import { describeCount, describeCounting } from '../wording/count';
import { describeUsageProblem } from '../wording/terminal';
import { ENGLISH } from '../wording/words';
import { sumTokenCounts } from '../core/tokens/tokenCount';
import { counterNamed, countTexts } from './countTexts';
import { loadPrices, modelNamed } from './prices';
import { readTexts } from './texts';
import { UsageError } from './usageError';

/** The tokens of standard input, or of each JSON string in it. */
export async function count(args: string[]): Promise<string> {
  const { values } = parseArgs({
    args,
    options: {
      model: { type: 'string' },
      encoding: { type: 'string' },
      jsonl: { type: 'boolean', default: false },
    },
  });
  const { model, encoding, jsonl } = values;
  if ((model === undefined) === (encoding === undefined)) {
    throw new UsageError(describeUsageProblem({ kind: 'modelOrEncoding' }));
  }
  const [input] = await readTexts(['-']);
  const text = input?.text ?? '';
  const texts = jsonl ? parseJsonLines(text) : [text];
  const counts =
    encoding === undefined
      ? await countForModelNamed(model ?? '', texts)
      : await countInEncodingNamed(encoding, texts);
  return counts.map((tokens) => `${tokens}\n`).join('');
}

/** The numbers go alone to standard output, for programs; what an estimate rests on goes beside it. */
async function countForModelNamed(
  name: string,
  texts: readonly string[],
): Promise<readonly number[]> {
  const model = modelNamed((await loadPrices()).table, name);
  const named = texts.map((text) => ({ path: '-', text }));
  const counts = (await countTexts(named, [model])).map((countFor) => countFor(model));
  if (model.tokenizer.accuracy !== 'exact') {
    const sum = counts.length > 0 ? `${describeCount(ENGLISH, sumTokenCounts(counts))}. ` : '';
    process.stderr.write(`api-spend: ${model.id}: ${sum}${describeCounting(ENGLISH, model)}\n`);
  }
  return counts.map(({ tokens }) => tokens);
}

async function countInEncodingNamed(
  name: string,
  texts: readonly string[],
): Promise<readonly number[]> {
  const counter = await counterNamed(name);
  return texts.map((text) => counter.count(text));
}

function parseJsonLines(text: string): readonly string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line, index) => {
    const value = parseJson(line);
    if (typeof value === 'string') return value;
    throw new UsageError(describeUsageProblem({ kind: 'jsonLine', line: index + 1 }));
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
