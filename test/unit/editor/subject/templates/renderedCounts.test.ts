import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Range, TextDocument } from 'vscode';
import { placeholdersIn } from '../../../../../src/core/files/templates/placeholder';
import type { TemplateValues } from '../../../../../src/core/files/templates/values';
import { finish } from '../../../../../src/core/scheduling/sliced';
import { Counters } from '../../../../../src/core/tokens/counters';
import type { TokenCounter } from '../../../../../src/core/tokens/engine/tokenCounter';
import type { OpenTemplate } from '../../../../../src/editor/subject/templates/openTemplate';
import { RenderedCounts } from '../../../../../src/editor/subject/templates/renderedCounts';
import { projectRoot } from '../../../../support/priceTables';

const VALUES = [{ a: 'some text', b: '{{a}}' }, { a: '' }];

const LINE = 'A line of a prompt with {{a}} and some words, of no more than one {{ b }}.\n';

/** Positions are offsets here. */
const document = { offsetAt: (offset: number) => offset } as unknown as TextDocument;

function rangeOf(start: number, end: number): Range {
  return { start, end } as unknown as Range;
}

function templateOf(
  text: string,
  resolved: object,
  samples: readonly TemplateValues[] = VALUES,
): OpenTemplate {
  return { text, placeholders: placeholdersIn(text, 'marked'), samples, resolved };
}

function rendered(text: string, { a, b }: { readonly a: string; readonly b?: string }): string {
  return text.replaceAll('{{a}}', () => a).replaceAll('{{ b }}', () => b ?? '{{ b }}');
}

describe('the counts of a template with its values', () => {
  let counter: TokenCounter;
  before(async () => {
    const path = (name: string): string => join(projectRoot, 'media/vocabularies', name);
    const counters = new Counters(async (name) => Promise.resolve(readFileSync(path(name))));
    counter = await counters.lease('o200k_base').load();
  });

  function tokensOf(counts: RenderedCounts, template: OpenTemplate, ranges?: readonly Range[]) {
    const counted = finish(counts.count(document, template, ranges, counter));
    return counted.map(({ tokens }) => tokens);
  }

  it('are those of the rendered text, after each edit', () => {
    const counts = new RenderedCounts();
    const values = {};
    let text = LINE.repeat(200);
    for (let edit = 0; edit < 60; edit++) {
      const at = (edit * 7919) % text.length;
      const inserted = ['x', '{{a}}', '\n', '', ' {{'][edit % 5] ?? '';
      text = text.slice(0, at) + inserted + text.slice(at + (edit % 4));
      const expected = VALUES.map((sample) => counter.count(rendered(text, sample)));
      assert.deepEqual(tokensOf(counts, templateOf(text, values)), expected, String(edit));
    }
  });

  it('are those of the ranges that are counted', () => {
    const counts = new RenderedCounts();
    const text = `not counted {{a}}\n${LINE}`;
    const start = text.indexOf('\n') + 1;
    const expected = VALUES.map((sample) => counter.count(rendered(LINE, sample)));
    const ranges = [rangeOf(start, text.length)];
    assert.deepEqual(tokensOf(counts, templateOf(text, {}), ranges), expected);
  });

  it('begin anew with other values', () => {
    const counts = new RenderedCounts();
    for (const a of ['x', 'much longer text', '']) {
      const expected = [counter.count(rendered(LINE, { a }))];
      assert.deepEqual(tokensOf(counts, templateOf(LINE, {}, [{ a }])), expected);
    }
  });

  it('follow a key in a template of 1 MB within a tenth of the time of a whole count', () => {
    const counts = new RenderedCounts();
    const values = {};
    const text = LINE.repeat(Math.ceil(1_000_000 / LINE.length));
    const began = counter.work.units;
    tokensOf(counts, templateOf(text, values, VALUES.slice(0, 1)));
    const whole = counter.work.units - began;
    const middle = text.length >> 1;
    const edited = `${text.slice(0, middle)}x${text.slice(middle)}`;
    const before = counter.work.units;
    tokensOf(counts, templateOf(edited, values, VALUES.slice(0, 1)));
    // Units of work, as time depends on what else the machine does.
    assert.ok(counter.work.units - before < whole / 100, String(counter.work.units - before));
  });
});
