import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fileParts } from '../../../../src/core/files/fileParts';
import { languageOfPath } from '../../../../src/core/files/languageOfPath';
import { sentFrom, sentLines, type FileKind } from '../../../../src/core/files/sentText';
import { renderFile } from '../../../../src/core/files/templates/fileTemplate';
import { finish } from '../../../../src/core/scheduling/sliced';
import { runTerminal } from '../../../support/terminal';

/** Names with the language that VS Code gives the file when it is open (extensions/prompt-basics). */
const FILES: readonly (readonly [name: string, languageId: string])[] = [
  ['a.prompty', 'prompty'],
  ['a.prompt.md', 'prompt'],
  ['a.chatmode.md', 'chatagent'],
  ['a.instructions.md', 'instructions'],
  ['AGENTS.md', 'markdown'],
  ['CLAUDE.md', 'markdown'],
  ['.github/copilot-instructions.md', 'instructions'],
  ['.github/agents/a.md', 'chatagent'],
  ['.claude/agents/a.md', 'chatagent'],
  ['.claude/rules/a/b.md', 'instructions'],
  ['.claude/skills/a/SKILL.md', 'skill'],
  ['notes.md', 'markdown'],
  ['notes.txt', 'plaintext'],
];

/** What begins, ends and fills front matter, and what only seems to. */
const LINES = [
  '---',
  '--- ',
  '  ---',
  '----',
  '...',
  'a: "x --- y"',
  'a: |',
  'model: o1',
  'description: x',
  'user:',
  'hello {{name}}',
  'hello',
  '',
];

/** As the status bar, the lenses and the report have it: the text in the lines of a document. */
function inEditor(text: string, file: FileKind, lineEnd: string): readonly string[] {
  // A document has no byte order mark.
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const at = (line: number): string => lines[line] ?? '';
  const ranges = finish(sentLines({ count: lines.length, at }, file));
  const all = ranges ?? [{ start: 0, end: lines.length }];
  return all.map(({ start, end }) => lines.slice(start, end).join(lineEnd));
}

const anyText = fc.record({
  lines: fc.array(fc.constantFrom(...LINES), { maxLength: 9 }),
  opens: fc.boolean(),
  lineEnd: fc.constantFrom('\n', '\r\n'),
  mark: fc.constantFrom('', '\uFEFF'),
});

describe('what is sent of a prompt file', () => {
  it('is the same in an editor, a folder, a terminal and with values', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...FILES),
        anyText,
        async ([path, languageId], { lines, opens, lineEnd, mark }) => {
          const text = mark + (opens ? ['---', ...lines] : lines).join(lineEnd);
          const open = inEditor(text, { path, languageId }, lineEnd);
          // Files are read without their byte order mark.
          const stored = text.replace(/^\uFEFF/, '');
          const file = { path, languageId: languageOfPath(path) };
          const { parts, form } = fileParts(stored, file);
          assert.deepEqual(
            parts.map((part) => part.text),
            open,
          );
          const rendered = await renderFile({
            text: stored,
            file,
            parts,
            own: [],
            readBeside: async () => Promise.resolve(undefined),
          });
          assert.deepEqual(rendered.samples, [parts]);
          if (path.endsWith('.prompty')) return;
          // The note on what is left out stands where something is.
          const all = stored.split(/\r\n|\n/);
          const from = sentFrom({ count: all.length, at: (line) => all[line] ?? '' }, file);
          assert.equal(from > 0, form === 'sent');
        },
      ),
      { numRuns: 2000 },
    );
  });

  const cases: readonly (readonly [what: string, name: string, text: string, tokens: number])[] = [
    ['CRLF', 'a.prompt.md', '---\r\na: b\r\n---\r\nhello world', 2],
    ['a byte order mark', 'a.prompt.md', '\uFEFF---\na: b\n---\nhello world', 2],
    ['dashes in a string', 'a.chatmode.md', '---\na: "x --- y"\nb: |\n  ---\n---\nhello world', 2],
    ['empty front matter', 'a.instructions.md', '---\n---\nhello world', 2],
    ['front matter alone', 'CLAUDE.md', '---\na: b\n---', 0],
    ['an agent by its folder', '.github/agents/a.md', '---\na: b\n---\nhello world', 2],
  ];
  for (const [what, name, text, tokens] of cases) {
    it(`has one number for a file that is named and one in a folder: ${what}`, async () => {
      const files = { [`w/${name}`]: text, 'w/z.txt': 'hello' };
      const named = await tokensOf([`w/${name}`], files);
      assert.deepEqual(named, [tokens]);
      if (tokens === 0) return;
      const inFolder = await tokensOf(['w'], files);
      assert.deepEqual(inFolder, [tokens, 1]);
    });
  }

  it('is all of a file that ends front matter with dots, as tools read only dashes', () => {
    const text = '---\na: b\n...\nhello';
    const { parts, form } = fileParts(text, { path: 'AGENTS.md', languageId: 'markdown' });
    assert.deepEqual([parts.map((part) => part.text), form], [[text], undefined]);
  });

  it('is all of a skill, whose description is in each call', () => {
    const text = '---\nname: a\ndescription: b\nmodel: o1\n---\nhello';
    for (const languageId of ['skill', 'markdown']) {
      const { parts, form } = fileParts(text, { path: '/w/a/SKILL.md', languageId });
      assert.deepEqual([parts.map((part) => part.text), form], [[text], undefined]);
    }
  });
});

async function tokensOf(
  paths: readonly string[],
  files: Readonly<Record<string, string>>,
): Promise<readonly number[]> {
  const args = ['estimate', '--json', '--at', '2025-01-27', '--model', 'openai/o1', ...paths];
  const { stdout, stderr } = await runTerminal(args, files);
  assert.notEqual(stdout, '', stderr);
  const json = JSON.parse(stdout) as { files: { estimates: [{ tokens: number }] }[] };
  return json.files.map(({ estimates: [{ tokens }] }) => tokens);
}
