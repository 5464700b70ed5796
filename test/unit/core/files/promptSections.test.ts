import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  promptSections,
  type Lines,
  type PromptSection,
} from '../../../../src/core/files/promptSections';
import { finish } from '../../../../src/core/scheduling/sliced';

function linesOf(text: string): Lines {
  const lines = text.split(/\r\n|\n/);
  return { count: lines.length, at: (line) => lines[line] ?? '' };
}

function sectionsOf(text: string): readonly PromptSection[] {
  return finish(promptSections(linesOf(text)));
}

/** Role and text of each section, from Prompty's own examples. */
function messages(text: string): readonly (readonly [string | undefined, string])[] {
  const lines = text.split(/\r\n|\n/);
  return sectionsOf(text).map(({ role, start, end }) => [role, lines.slice(start, end).join('\n')]);
}

describe('the roles of a .prompty file', () => {
  const files: [
    what: string,
    text: string,
    sent: readonly (readonly [string | undefined, string])[],
  ][] = [
    ['one', 'system:\nYou are helpful.', [['system', 'You are helpful.']]],
    [
      'several, after front matter',
      '---\nname: a\n---\nsystem:\nBe concise.\n\nuser:\nHi\n\nassistant:\nHello!\nuser:\nThanks',
      [
        ['system', 'Be concise.'],
        ['user', 'Hi'],
        ['assistant', 'Hello!'],
        ['user', 'Thanks'],
      ],
    ],
    ['roles in front matter, which are none', '---\nsystem:\n---\nuser:\nHi', [['user', 'Hi']]],
    [
      'text before the first',
      '\n\nBe concise.\n\nuser:\nHi\n',
      [
        [undefined, 'Be concise.'],
        ['user', 'Hi'],
      ],
    ],
    ['none', 'Just text\n', [[undefined, 'Just text']]],
    [
      'one without a text',
      'system:\n\nuser:\nHi',
      [
        ['system', ''],
        ['user', 'Hi'],
      ],
    ],
    ['one at the end', 'user:', [['user', '']]],
    [
      'empty lines around a text, but not blanks within it',
      'system:\n\n  \n  Helpful.  \n  \n\n\nuser:\n  Hi  ',
      [
        ['system', '  \n  Helpful.  \n  '],
        ['user', '  Hi  '],
      ],
    ],
    [
      'other ways to write them',
      ' System :\na\n# user:\nb\nASSISTANT:\nc\nuser[name="Ann"]:\nd\ndeveloper:\ne',
      [
        ['system', 'a'],
        ['user', 'b'],
        ['assistant', 'c'],
        ['user', 'd'],
        ['developer', 'e'],
      ],
    ],
    [
      'names that are no roles',
      'system:\nThe user: said\nuser: Hi\nwriter:\nusers:\n- user:',
      [['system', 'The user: said\nuser: Hi\nwriter:\nusers:\n- user:']],
    ],
    [
      'a role within a code block, which Prompty takes for one',
      'system:\n```\nuser:\n```',
      [
        ['system', '```'],
        ['user', '```'],
      ],
    ],
    [
      'CRLF',
      'system:\r\nA\r\n\r\nuser:\r\nB\r\n',
      [
        ['system', 'A'],
        ['user', 'B'],
      ],
    ],
    ['nothing', '', []],
    ['empty lines', '\n\n\n', []],
  ];
  for (const [what, text, sent] of files) it(what, () => assert.deepEqual(messages(text), sent));

  const line = fc.constantFrom('', '  ', 'text', '---', 'system:', 'user:', '# user :', 'user: x');
  const texts = fc.array(line, { maxLength: 30 }).map((lines) => lines.join('\n'));

  it('tile the text after the front matter', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const sections = sectionsOf(text);
        const lines = text.split('\n');
        const first = sections[0]?.line ?? lines.length;
        for (const [index, { line: at, start, end }] of sections.entries()) {
          const next = sections[index + 1]?.line ?? lines.length;
          assert.ok(at <= start && start <= end && end <= next, `${at} ${start} ${end} ${next}`);
          const around = [...lines.slice(at, start), ...lines.slice(end, next)];
          assert.deepEqual(
            around.filter((each) => !/^$|^(# )?\w+ ?:$/.test(each)),
            [],
          );
          const sent = lines.slice(start, end);
          assert.deepEqual(
            sent.filter((each) => /^(# )?(system|user) ?:$/.test(each)),
            [],
          );
        }
        // Before the first section there is front matter, or nothing.
        const before = lines.slice(0, first);
        const bodyStart = before[0] === '---' ? before.indexOf('---', 1) + 1 : 0;
        assert.deepEqual(
          before.slice(bodyStart).filter((each) => each !== ''),
          [],
        );
      }),
      { numRuns: 500 },
    );
  });

  it('read a long line of blanks in linear time', () => {
    const line = `${' '.repeat(200_000)}x`;
    assert.equal(finish(promptSections({ count: 1, at: () => line })).length, 1);
  });

  it('are searched for in slices', () => {
    const work = promptSections({ count: 100_000, at: () => 'text' });
    let slices = 0;
    while (work.next().done !== true) slices++;
    assert.ok(slices >= 49, `${slices} slices`);
  });
});
