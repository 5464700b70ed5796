import type { TextPart } from '../notebook';
import type { Lines } from '../promptSections';
import { lastName } from '../paths';
import { frontMatter, type FileKind } from '../sentText';
import { countedSamples, isRendered, templateFacts, type TemplateFacts } from './facts';
import { NO_HEAD, readHead, type TemplateHead } from './head';
import { placeholdersIn } from './placeholder';
import { renderText } from './render';
import { resolveValues, type ReadBeside, type ResolvedValues } from './resolve';
import type { TemplateValues } from './values';

/** What the front matter of a file says of its values. */
function headOf(lines: Lines, file: FileKind): TemplateHead {
  const yaml = frontMatter(lines, file);
  return yaml === undefined ? NO_HEAD : readHead(yaml);
}

export function headOfText(text: string, file: FileKind): TemplateHead {
  const lines = text.split(/\r\n|\r|\n/);
  return headOf({ count: lines.length, at: (line) => lines[line] ?? '' }, file);
}

/** The parts of a file with each of its samples. */
export interface RenderedFile {
  readonly samples: readonly (readonly TextPart[])[];
  readonly facts: TemplateFacts;
}

interface Template {
  readonly text: string;
  readonly file: FileKind;
  readonly parts: readonly TextPart[];
  /** What the user gave: one set of values, or one for each sample. */
  readonly own: readonly TemplateValues[];
  /** Whether only those count, not what stands in the file and beside it. */
  readonly isOwnOnly?: boolean;
  readonly readBeside: ReadBeside;
}

/** Renders what of a file is sent with the values that are known. */
export async function renderFile(template: Template): Promise<RenderedFile> {
  const { text, file, parts, own, readBeside } = template;
  const head = headOfText(text, file);
  const resolved =
    template.isOwnOnly === true
      ? ownOnly(own)
      : await resolveValues({ fileName: lastName(file.path), head, own, readBeside });
  const samples = countedSamples(resolved.samples, text.length);
  const found = parts.map((part) => placeholdersIn(part.text, head.style));
  const facts = templateFacts(found.flat(), samples, resolved);
  if (!isRendered(facts)) return { samples: [parts], facts: { ...facts, samples: 1 } };
  const render = (values: TemplateValues): readonly TextPart[] =>
    parts.map(({ text: template, languageId }, index) => {
      const { text: rendered } = renderText(template, found[index] ?? [], values);
      return { text: rendered, languageId };
    });
  return { samples: samples.map(render), facts };
}

function ownOnly(own: readonly TemplateValues[]): ResolvedValues {
  return { samples: own.length === 0 ? [{}] : own, files: [], broken: [] };
}
