import assert from 'node:assert/strict';
import { isPromptFile, sentFrom, sentLines, sentParts } from '../../../../src/core/files/sentText';
import { finish } from '../../../../src/core/scheduling/sliced';

/** The text that is sent, messages apart; all of it if nothing is left out. */
function sent(text: string, path = 'a.prompt.md', languageId = 'markdown'): readonly string[] {
  return sentParts(text, { path, languageId })?.map((part) => part.text) ?? [text];
}

describe('what is sent of a prompt file', () => {
  const bodies: [what: string, text: string, sent: readonly string[]][] = [
    ['a text without front matter', 'a\nb\n', ['a\nb\n']],
    ['front matter', '---\nmode: agent\n---\nHello\n', ['Hello\n']],
    ['CRLF', '---\r\nmode: agent\r\n---\r\nHello\r\n', ['Hello\r\n']],
    ['a byte order mark', '\uFEFF---\nmode: agent\n---\nHello', ['Hello']],
    ['blanks after the dashes', '--- \nmode: agent\n---\t\nHello', ['Hello']],
    ['empty front matter', '---\n---\nHello', ['Hello']],
    ['unclosed front matter, which is text', '---\nmode: agent\n', ['---\nmode: agent\n']],
    ['dashes further down', 'Hello\n---\na: b\n---\n', ['Hello\n---\na: b\n---\n']],
    ['a second pair of dashes', '---\na: b\n---\nx\n---\ny', ['x\n---\ny']],
    ['four dashes', '----\na: b\n----\n', ['----\na: b\n----\n']],
    ['front matter alone, with a line end', '---\na: b\n---\n', ['']],
    ['front matter alone', '---\na: b\n---', []],
    ['nothing', '', ['']],
    ['roles, which only .prompty files have', 'system:\nHi', ['system:\nHi']],
  ];
  for (const [what, text, wanted] of bodies)
    it(what, () => {
      assert.deepEqual(sent(text), wanted);
    });

  it('each message of a .prompty file, without roles', () => {
    const text = '---\nname: a\n---\nsystem:\nBe concise.\n\nuser:\nHi\nthere\n';
    assert.deepEqual(sent(text, 'a.prompty', 'prompty'), ['Be concise.', 'Hi\nthere']);
    assert.deepEqual(sent('', 'a.prompty', 'prompty'), []);
    assert.deepEqual(sent('Hi\nuser:', 'a.prompty', 'prompty'), ['Hi', '']);
  });

  it('of another Markdown file all, unless its front matter names a model', () => {
    const post = '---\ntitle: A post\n---\nHello';
    assert.deepEqual(sent(post, 'post.md'), [post]);
    const prompt = '---\ntitle: A post\nmodel: gpt-4o\n---\nHello';
    assert.deepEqual(sent(prompt, 'post.md'), ['Hello']);
    // A key of something else, and a line of the text.
    const others = '---\ncar:\n  model: T\n---\nmodel: T';
    assert.deepEqual(sent(others, 'post.md'), [others]);
    assert.deepEqual(sent(prompt, 'post.yaml', 'yaml'), [prompt]);
  });

  it('is known by names, and by languages that VS Code has for prompts', () => {
    const isPrompt = (path: string, languageId = ''): boolean => isPromptFile({ path, languageId });
    for (const path of [
      '/w/a.prompt.md',
      'b.PROMPTY',
      'c.prompt',
      '/w/AGENTS.md',
      'CLAUDE.md',
      '/w/.github/copilot-instructions.md',
      'd.instructions.md',
      'e.agent.md',
      'f.chatmode.md',
      '/w/.github/agents/reviewer.md',
      'C:\\w\\.claude\\agents\\reviewer.md',
      '.claude/rules/tests/style.md',
    ])
      assert.equal(isPrompt(path), true, path);
    for (const path of [
      'a.md',
      'prompt.md',
      'MYAGENTS.md',
      'a.prompt.txt',
      'promptly',
      '/w/agents/a.md',
      '/w/.github/agents/b/a.md',
    ])
      assert.equal(isPrompt(path), false, path);
    assert.equal(isPrompt('Untitled-1', 'prompt'), true);
    assert.equal(isPrompt('Untitled-1', 'markdown'), false);
  });

  it('begins at a line', () => {
    const from = (text: string, path = 'a.prompt.md'): number => {
      const lines = text.split('\n');
      const all = { count: lines.length, at: (line: number) => lines[line] ?? '' };
      return sentFrom(all, { path, languageId: 'markdown' });
    };
    assert.equal(from('---\na: b\n---\nHello'), 3);
    assert.equal(from('---\na: b\n---\nHello', 'a.md'), 0);
    assert.equal(from('Hello'), 0);
    assert.equal(from(`---\n${'a: b\n'.repeat(600)}---\nHello`), 602);
    assert.equal(from(`---\n${'a: b\n'.repeat(6000)}---\nHello`), 0);
  });

  it('has the same lines for a document', () => {
    const lines = ['---', 'a: b', '---', 'Hello', ''];
    const all = { count: lines.length, at: (line: number) => lines[line] ?? '' };
    const kind = { path: 'a.prompt.md', languageId: 'markdown' };
    assert.deepEqual(finish(sentLines(all, kind)), [{ start: 3, end: 5 }]);
    assert.equal(finish(sentLines({ ...all, count: 2 }, kind)), undefined);
  });
});
