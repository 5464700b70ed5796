import { HEADER_STYLES, type HeaderStyle } from './styles';

/** Texts directly before and after another one. */
export interface Wrapping {
  readonly before: string;
  readonly after: string;
}

/**
 * What a packer writes around a file, as files-to-prompt 0.6 does
 * (https://github.com/simonw/files-to-prompt, files_to_prompt/cli.py): by itself the path and a line of dashes, and
 * after the text an empty line and one of dashes; with `--cxml` the elements that Anthropic recommends for long
 * contexts (https://platform.claude.com/docs/en/build-with-claude/prompt-engineering/long-context-tips).
 *
 * @param number of the file, from 1.
 */
export function headerOf(style: HeaderStyle, path: string, number: number): Wrapping {
  switch (style) {
    case 'none':
      return { before: '', after: '' };
    case 'path':
      return { before: `${path}\n---\n`, after: '\n\n---\n' };
    case 'xml':
      return {
        before: `<document index="${number}">\n<source>${path}</source>\n<document_content>\n`,
        after: '\n</document_content>\n</document>\n',
      };
  }
}

/** What a packer writes around all files. */
export function frameOf(style: HeaderStyle): Wrapping {
  return style === 'xml'
    ? { before: '<documents>\n', after: '</documents>\n' }
    : { before: '', after: '' };
}

export function isHeaderStyle(value: string): value is HeaderStyle {
  return (HEADER_STYLES as readonly string[]).includes(value);
}

/** What stands around each file of a list; their numbers are those of the list. */
export function headersAround(style: HeaderStyle, paths: readonly string[]): readonly Wrapping[] {
  return paths.map((path, index) => headerOf(style, path, index + 1));
}
