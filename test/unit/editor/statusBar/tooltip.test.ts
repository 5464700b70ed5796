import assert from 'node:assert/strict';
import { findOverruns } from '../../../../src/core/estimate/budget';
import { escapeMarkdown } from '../../../../src/core/figures/escapeMarkdown';
import { moneyOfUsd } from '../../../../src/core/pricing/money';
import { completeScenario, type Scenario } from '../../../../src/core/scenario/scenario';
import type { TemplateFacts } from '../../../../src/core/files/templates/facts';
import type { TemplateView } from '../../../../src/editor/subject/templates/view';
import { viewOf } from '../../../../src/editor/subject/templates/viewOf';
import { TOOLTIP_COMMANDS, tooltipText } from '../../../../src/editor/statusBar/tooltip';
import type { NewPrice } from '../../../../src/core/pricing/seenPrice';
import type { TokenCount } from '../../../../src/core/tokens/tokenCount';
import type { FileCallNote } from '../../../../src/wording/views/fileCall';
import type { Settings } from '../../../../src/editor/settings/settings';
import { ENGLISH, type Done } from '../../../../src/wording/words';
import { bundledModel } from '../../../support/priceTables';
import { exact, HOSTILE_NAMES, rowOf, SEED_DAY_MS } from '../../../support/reports';

const COUNT = { tokens: 1000, low: 900, high: 1200, method: 'estimated' } as const;

interface About {
  readonly reading?: string;
  readonly news?: NewPrice;
  readonly costInReport?: string;
  readonly done?: Done;
  readonly hintsAtLenses?: boolean;
  readonly isNew?: boolean;
  readonly fileCall?: FileCallNote;
  readonly ceiling?: number;
  readonly count?: TokenCount;
  readonly callsPerDay?: number;
  readonly assumed?: Partial<Scenario>;
  readonly id?: string;
  readonly template?: TemplateView;
}

function tooltip(name: string, atMs = SEED_DAY_MS, perCallUsd = 1, about: About = {}): string {
  const {
    reading,
    news,
    costInReport,
    hintsAtLenses = false,
    isNew = false,
    fileCall,
    ceiling,
  } = about;
  const { count = COUNT, callsPerDay = 1 } = about;
  const scenario = completeScenario({ outputTokens: 500, callsPerDay, ...about.assumed });
  const budgets = { perCall: moneyOfUsd(perCallUsd), perMonth: undefined };
  const named = ceiling !== undefined && { isUsed: true, maxOutputTokens: ceiling };
  const settings = { scenario, budgets, fileCall: named, warnings: [] } as unknown as Settings;
  const estimate = rowOf(bundledModel(about.id ?? 'openai/o1'), [count], scenario, atMs);
  return tooltipText({
    name,
    widthKey: '',
    isSelection: false,
    subjectNotes: ['1 file is left out'],
    estimate,
    requests: undefined,
    reading,
    fileCall,
    overruns: estimate.price.kind === 'priced' ? findOverruns(estimate.price, budgets) : [],
    change: undefined,
    news,
    costInReport,
    done: about.done,
    isNew,
    hintsAtLenses,
    settings,
    template: about.template,
    age: { atMs, staleAfterDays: 120 },
    words: ENGLISH,
  });
}

/** A template of which one placeholder has no value. */
function factsWithout(name: string): TemplateFacts {
  const counts = { samples: 1, allSamples: 1, filled: [], partly: [] };
  return { ...counts, open: [name], asWritten: [name], structures: [], files: [name], broken: [] };
}

describe('the tooltip of the status bar', () => {
  it('has each part of the cost, marked where it rests on an estimated count, and the total', () => {
    const lines = tooltip('notes.md').replaceAll('&emsp;', '').split('\n');
    // 1,000 x 15 + 500 x 60 millionths of a dollar; the output is assumed.
    assert.ok(lines.includes('| Input | ≈1,000 | $15.00 | ≈$0.0150 |'));
    assert.ok(lines.includes('| Output (assumed) | 500 | $60.00 | $0.0300 |'));
    assert.ok(
      lines.some((line) => /^\| \*\*One call\*\* \|.*\| \*\*≈\$0\.0450\*\* \|$/.test(line)),
    );
    assert.ok(lines.some((line) => line.startsWith('1 file is left out')));
  });

  it('has the factors of the price beside each rate, so that a row can be checked', () => {
    const assumed = { batch: true };
    const lines = tooltip('notes.md', SEED_DAY_MS, 1, { assumed }).replaceAll('&emsp;', '');
    // 1,000 x 15 x 1/2 and 500 x 60 x 1/2 millionths of a dollar.
    assert.match(lines, /^\| Input \| ≈1,000 \| \$15\.00 × ½ \| ≈\$0\.00750 \|$/m);
    assert.match(lines, /^\| Output \(assumed\) \| 500 \| \$60\.00 × ½ \| \$0\.0150 \|$/m);
    assert.match(lines, /Batch: × ½/);
  });

  it('has all factors, but not on a rate that they leave as it is', () => {
    const rowsOf = (id: string, assumed: Partial<Scenario>) => {
      const about = { assumed: { outputTokens: 0, ...assumed }, id, count: exact(10_000) };
      const atMs = Date.parse('2026-11-27T12:00:00Z');
      return tooltip('notes.md', atMs, 1, about).replaceAll('&emsp;', '');
    };
    // OpenAI: 10,000 x 0.10 x 1/2 x 11/10 = 550 millionths. Google does not halve cached input in a batch.
    assert.match(
      rowsOf('openai/gpt-6-luna', { batch: true, regional: true }),
      /^\| Input \| 10,000 \| \$0\.10 × ½ × 1\.1 \| \$0\.000550 \|$/m,
    );
    const gemini = rowsOf('google/gemini-3.1-pro-preview', { batch: true, cachedShare: 0.5 });
    assert.match(gemini, /^\| Input \| [\d,]+ \| \$2\.00 × ½ \|/m);
    assert.match(gemini, /^\| Cached input \| [\d,]+ \| \$0\.20 \|/m);
  });

  it('has room between the columns of its table', () => {
    assert.match(tooltip('notes.md'), /\| Input \| &emsp;≈1,000 \| &emsp;\$15\.00 \| &emsp;≈/);
  });

  it('says first what of the cost is for the text, unless the text is at least half of it', () => {
    // Of 0.045 USD, 1,000 input tokens are 0.015.
    assert.match(
      tooltip('notes.md'),
      /^\*\*OpenAI o1\*\* · openai\/o1 · notes\.md\n\n≈\$0\.0450, of it ≈\$0\.0150 for this text; the rest is assumed\.\n/,
    );
    // 2,000 input tokens cost as much as the 500 output tokens.
    assert.match(tooltip('a.md', SEED_DAY_MS, 1, { count: exact(1999) }), /the rest is assumed/);
    assert.doesNotMatch(tooltip('a.md', SEED_DAY_MS, 1, { count: exact(2000) }), /assumed\./);
  });

  it('says what an empty text would cost', () => {
    assert.match(
      tooltip('a.md', SEED_DAY_MS, 1, { count: exact(0) }),
      /\n\nThe text is empty and has no cost of its own until you write in it\. One call with 500 output tokens would cost \$0\.0300\.\n/,
    );
  });

  it('says in one line how exact the count is, with a link to the evidence', () => {
    const line = /^(.*) \(\[evidence\]\(command:_apiSpend\.showCounting\)\)$/m;
    assert.equal(line.exec(tooltip('a.md'))?.[1], 'Exact count: 900 to 1,200 tokens');
    const text = tooltip('a.md', SEED_DAY_MS, 1, { count: exact(7) });
    assert.equal(line.exec(text)?.[1], 'Exact count');
    assert.doesNotMatch(text, /tiktoken/);
  });

  it('begins with what a command has done', () => {
    const done = { short: 'copied', sentence: 'API Spend: *copied*' };
    assert.match(tooltip('a.md', SEED_DAY_MS, 1, { done }), /^API Spend\\: \\\*copied\\\*\n\n/);
  });

  it('has a day and a month where calls a day are set', () => {
    assert.doesNotMatch(tooltip('a.md'), /a month/);
    assert.match(
      tooltip('a.md', SEED_DAY_MS, 1, { callsPerDay: 10 }),
      /10 calls a day: ≈\$0\.450 a day, ≈\$13\.50 a month\./,
    );
  });

  it('says what the report shows if it tries other assumptions', () => {
    assert.doesNotMatch(tooltip('a.md'), /report tries/);
    assert.match(
      tooltip('a.md', SEED_DAY_MS, 1, { costInReport: '≈$0.00123' }),
      /^The report tries other assumptions: ≈&#36;0\.00123 there\.$/m,
    );
  });

  it('offers the model that the file names, before the split of the cost', () => {
    const links = ['use', 'useInAll'] as const;
    const text = 'This file names gpt-4o, at most 800 output tokens:';
    const shown = tooltip('a.md', SEED_DAY_MS, 1, {
      fileCall: { kind: 'offered', text, uri: 'file:///a.md', links },
    });
    const command = 'command:_apiSpend.answerFileCall?%5B%22file%3A%2F%2F%2Fa.md%22%2C%22';
    assert.ok(
      shown.startsWith(
        `**OpenAI o1** · openai/o1 · a.md\n\n${escapeMarkdown(text)} [use it](${command}use%22%5D) · [use what files name, always](${command}useInAll%22%5D)\n\n≈$0.0450, of it`,
      ),
      shown,
    );
  });

  it('says below the model that it is the file’s, with a link that ends its use, and marks its ceiling', () => {
    const text = 'Model of this file: o1, at most 500 output tokens.';
    const shown = tooltip('a.md', SEED_DAY_MS, 1, {
      fileCall: { kind: 'used', text, uri: 'file:///a.md', links: ['stop'] },
      ceiling: 500,
    });
    assert.ok(
      shown.startsWith(
        `**OpenAI o1** · openai/o1 · a.md  \n${escapeMarkdown(text)} [stop using it](command:`,
      ),
      shown,
    );
    assert.match(shown, /\| Output \(at most\) \|/);
    assert.doesNotMatch(shown, /Output \(assumed\)/);
  });

  it('says why the model of a file is not used', () => {
    const text = 'The model that this file names is not used: no [one](command:x) has it.';
    const shown = tooltip('a.md', SEED_DAY_MS, 1, { fileCall: { kind: 'unknown', text } });
    assert.match(shown, /\$\(info\) The model that this file names is not used\\?: no \\\[one/);
  });

  it('explains itself while it is new, with links to the walkthrough and to end that', () => {
    const shown = tooltip('a.md', SEED_DAY_MS, 1, { isNew: true });
    assert.match(
      shown,
      /^\$\(lightbulb\) New here\? This is what one call .* nothing leaves your machine\. \[Get started\]\(command:apiSpend\.getStarted\) · \[Got it\]\(command:_apiSpend\.endIntroduction\)\n\n\*\*OpenAI o1\*\*/,
    );
    assert.doesNotMatch(tooltip('a.md'), /New here/);
  });

  it('tells of lenses with an answer for each side', () => {
    assert.doesNotMatch(tooltip('a.md'), /lightbulb/);
    assert.match(
      tooltip('a.md', SEED_DAY_MS, 1, { hintsAtLenses: true }),
      /\$\(lightbulb\) Prompt files .*: \[turn it on\]\(command:_apiSpend\.answerLensHint\?%5Btrue%5D\) · \[no, thanks\]\(command:_apiSpend\.answerLensHint\?%5Bfalse%5D\)/,
    );
  });

  it('says below the model how its name was read', () => {
    const [first, second] = tooltip('a.md', SEED_DAY_MS, 1, {
      reading: '"O1" is read as openai/o1.',
    }).split('  \n');
    assert.equal(first, '**OpenAI o1** · openai/o1 · a.md');
    assert.match(second ?? '', /^"O1" is read as openai\/o1\.\n/);
  });

  it('has both prices and days of a change, and a link by which the user notes it', () => {
    const rates = [{ name: 'input' as const, before: 15, after: 12 }];
    const news = { rates, seenOn: '2026-11-20', appliesFrom: undefined, checkedOn: '2026-11-22' };
    const lines = tooltip('notes.md', SEED_DAY_MS, 1, { news }).split('\n');
    assert.ok(
      lines.includes(
        '$(bell-dot) The price has changed since you saw it on 2026-11-20: Input: $15.00 → $12.00 per million tokens, checked on 2026-11-22. [Noted](command:_apiSpend.notePrice?%5B%22openai%2Fo1%22%5D)',
      ),
      lines.join('\n'),
    );
  });

  it('names the exceeded limits before the table', () => {
    const text = tooltip('notes.md', SEED_DAY_MS, 0.01);
    assert.match(text, /is assumed\.\n\n\$\(warning\) .*0\.0350 over the budget.*\n\n\|/);
  });

  it('explains a missing price', () => {
    assert.match(tooltip('notes.md', 0), /≈1,000 tokens\. No price\\:/);
  });

  it('runs only its own commands, whatever the name of the file', () => {
    const news = { rates: [], seenOn: '', appliesFrom: undefined, checkedOn: '' };
    for (const name of HOSTILE_NAMES) {
      const uri = `file:///${name}`;
      const fileCall = { kind: 'offered', text: name, uri, links: ['use'] } as const;
      const template = viewOf(ENGLISH, factsWithout(name));
      const about = { news, isNew: true, hintsAtLenses: true, fileCall, template };
      const text = tooltip(name, SEED_DAY_MS, 1, about);
      const links = [...text.matchAll(/\]\(command:([\w.]+)/g)].map(([, id]) => id);
      assert.deepEqual(new Set(links), new Set(TOOLTIP_COMMANDS));
    }
  });
});
