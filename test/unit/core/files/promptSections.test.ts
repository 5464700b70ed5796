import assert from 'node:assert/strict';
import fc from 'fast-check';
import { promptSections, type PromptSection } from '../../../../src/core/files/promptSections';
import { finish } from '../../../../src/core/scheduling/sliced';

function sectionsOf(text: string, hasRoles: boolean): readonly PromptSection[] {
  const lines = text.split(/\r\n|\n/);
  return finish(promptSections({ count: lines.length, at: (line) => lines[line] ?? '' }, hasRoles));
}

/** Role and text of each section, from Prompty's own examples. */
function messages(text: string): readonly (readonly [string | undefined, string])[] {
  const lines = text.split(/\r\n|\n/);
  return sectionsOf(text, true).map(({ role, start, end }) => [
    role,
    lines.slice(start, end).join('\n'),
  ]);
}

/** The text of a file without roles. */
function body(text: string): string | undefined {
  const [section] = sectionsOf(text, false);
  return (
    section &&
    text
      .split(/\r\n|\n/)
      .slice(section.start, section.end)
      .join('\n')
  );
}

describe('the messages of a prompt file', () => {
  const bodies: [what: string, text: string, sent: string | undefined][] = [
    ['a text without front matter', 'a\nb\n', 'a\nb\n'],
    ['front matter', '---\nmode: agent\n---\nHello\n', 'Hello\n'],
    ['CRLF', '---\r\nmode: agent\r\n---\r\nHello\r\n', 'Hello\n'],
    ['a byte order mark', '\uFEFF---\nmode: agent\n---\nHello', 'Hello'],
    ['blanks after the dashes', '--- \nmode: agent\n---\t\nHello', 'Hello'],
    ['empty front matter', '---\n---\nHello', 'Hello'],
    ['unclosed front matter, which is text', '---\nmode: agent\n', '---\nmode: agent\n'],
    ['dashes further down', 'Hello\n---\nmode: agent\n---\n', 'Hello\n---\nmode: agent\n---\n'],
    ['a second pair of dashes', '---\na: b\n---\nx\n---\ny', 'x\n---\ny'],
    ['four dashes', '----\na: b\n----\n', '----\na: b\n----\n'],
    ['front matter alone, with a line end', '---\na: b\n---\n', ''],
    ['front matter alone', '---\na: b\n---', undefined],
    ['nothing', '', ''],
    ['roles, which only .prompty files have', 'system:\nHi', 'system:\nHi'],
  ];
  for (const [what, text, sent] of bodies) it(what, () => assert.equal(body(text), sent));
});

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
        const sections = sectionsOf(text, true);
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
    assert.equal(finish(promptSections({ count: 1, at: () => line }, true)).length, 1);
  });

  it('are searched for in slices', () => {
    const work = promptSections({ count: 100_000, at: () => 'text' }, true);
    let slices = 0;
    while (work.next().done !== true) slices++;
    assert.ok(slices >= 49, `${slices} slices`);
  });
});
