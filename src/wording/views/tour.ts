import type { Words } from '../words';

// What a newcomer reads, beside the walkthrough of the manifest.

/** In the tooltip of the status bar's first appearance; links to the walkthrough and to close it follow. */
export function introduction({ l10n }: Words): string {
  return l10n.t(
    'New here? This is what one call with your text costs on your model. It follows what you select and type, and nothing leaves your machine.',
  );
}

/** Opens the walkthrough. */
export function getStarted({ l10n }: Words): string {
  return l10n.t('Get started');
}

/** Ends the introduction. */
export function gotIt({ l10n }: Words): string {
  return l10n.t('Got it');
}

/** Behind the first cost that the status bar shows: what the number is of. */
export function ofOneCall({ l10n }: Words): string {
  return l10n.t('for one call');
}

/** In the status bar, while no text has had a cost there. */
export function waitingForText({ l10n }: Words): string {
  return l10n.t('API Spend: open a text');
}

/** Says of `waitingForText` what to do; links to a sample and to the walkthrough follow. */
export function howToBegin({ l10n }: Words): string {
  return l10n.t('Open a text file, or write in a new one: its cost is shown here.');
}

/** Opens a sample prompt. */
export function trySample({ l10n }: Words): string {
  return l10n.t('Try a sample prompt');
}
