import { escapeMarkdown } from '../../../core/figures/escapeMarkdown';
import { isRendered, type TemplateFacts } from '../../../core/files/templates/facts';
import {
  fillIn,
  markOf,
  spreadOf,
  templateNotes,
  withoutValue,
} from '../../../wording/views/templates';
import type { Words } from '../../../wording/words';
import type { TemplateView } from './view';

/** The sentences on the values of a template, which are made where a template is read. */
export function viewOf(words: Words, facts: TemplateFacts): TemplateView {
  return {
    facts,
    samples: facts.samples,
    notes: templateNotes(words, facts),
    mark: isRendered(facts) ? markOf(words, facts.samples) : undefined,
    links: linksOf(words, facts),
    spread: spreadOf,
  };
}

function linksOf(words: Words, facts: TemplateFacts): readonly string[] {
  const { filled, partly, open } = facts;
  if (filled.length + partly.length + open.length === 0) return [];
  const args = encodeURIComponent(JSON.stringify(['open']));
  const link = `[${fillIn(words, facts)}](command:apiSpend.fillInTemplateValues?${args})`;
  return [`${escapeMarkdown(withoutValue(words, facts))} ${link}`];
}

/** Of a subject that gets no values. */
export function viewAsWritten(notes: readonly string[]): TemplateView {
  return { samples: 1, notes, mark: undefined, links: [], spread: spreadOf };
}
