import { parseArgs } from 'node:util';
import { describeCount, describeCounting } from '../wording/count';
import { describeUsageProblem } from '../wording/documents/terminal';
import { sentences } from '../wording/language/lists';
import { about, asSentence } from '../wording/words';
import { parseJson } from '../core/json';
import { sumTokenCounts } from '../core/tokens/tokenCount';
import { counterNamed, textCounter } from './countTexts';
import type { Io } from './io';
import { modelNamed } from './modelNamed';
import { writeNotice } from './notice';
import { loadPrices } from './prices';
import { readTexts } from './texts';
import { UsageError } from './usageError';

/** `count`: the tokens of standard input; with `--jsonl`, of the JSON string in each line. */
export async function count(args: string[], io: Io): Promise<string> {
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
    throw new UsageError((words) => describeUsageProblem(words, { kind: 'modelOrEncoding' }));
  }
  const [input] = await readTexts(io, ['-']);
  const text = input?.text ?? '';
  const texts = jsonl ? parseJsonLines(text) : [text];
  const counts =
    encoding === undefined
      ? await countForModelNamed(io, model ?? '', texts)
      : await countInEncodingNamed(io, encoding, texts);
  return counts.map((tokens) => `${tokens}\n`).join('');
}

/** Standard output contains only numbers, for programs; notes on an estimate go to standard error. */
async function countForModelNamed(
  io: Io,
  name: string,
  texts: readonly string[],
): Promise<readonly number[]> {
  const model = modelNamed(io, (await loadPrices(io)).table, name, io.now());
  const count = await textCounter(io, [model]);
  const counts = texts.map((text) => count([{ text, languageId: '' }])(model));
  if (model.tokenizer.accuracy !== 'exact') {
    const { words } = io;
    const told = [
      ...(counts.length > 0
        ? [asSentence(words, describeCount(words, sumTokenCounts(counts)))]
        : []),
      describeCounting(words, model),
    ];
    writeNotice(io, about(words, model.id, sentences(words, told)));
  }
  return counts.map(({ tokens }) => tokens);
}

async function countInEncodingNamed(
  io: Io,
  name: string,
  texts: readonly string[],
): Promise<readonly number[]> {
  const counter = await counterNamed(io, name);
  return texts.map((text) => counter.count(text));
}

function parseJsonLines(text: string): readonly string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line, index) => {
    const value = parseJson(line);
    if (typeof value === 'string') return value;
    throw new UsageError((words) =>
      describeUsageProblem(words, { kind: 'jsonLine', line: index + 1 }),
    );
  });
}
