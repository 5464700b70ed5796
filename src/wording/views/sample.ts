import type { Words } from '../words';

/** The sample that the walkthrough prices, as Markdown. */
export function samplePrompt({ l10n }: Words): string {
  const rules = [
    l10n.t('Look the order up before you say anything about it.'),
    l10n.t('A return is free for 30 days, if the bicycle has not been ridden.'),
    l10n.t('If you are not sure, say so, and offer to ask a mechanic.'),
  ];
  return [
    `# ${l10n.t('Support agent')}`,
    l10n.t(
      'You answer customers of a bicycle shop. Be friendly and short: three sentences at most.',
    ),
    rules.map((rule) => `- ${rule}`).join('\n'),
    l10n.t('Customer: My order came yesterday, but the front wheel is bent. What can I do?'),
    '',
  ].join('\n\n');
}
