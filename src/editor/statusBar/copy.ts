import { env } from 'vscode';
import { describeCopy, estimateCopied } from '../../wording/views/readout';
import { asSentence } from '../../wording/words';
import { confirmation } from '../live/confirmation';
import type { LiveEstimate } from '../live/estimate';
import { nextReady } from '../live/nextReady';
import { pricedName } from './facts';
import { wordsOf } from '../words';

/** Copies the current estimate as one line of text, with the date of the price. */
export async function copyEstimate(live: LiveEstimate): Promise<void> {
  const readout = await nextReady(live);
  const { result } = readout;
  const { atMs, settings } = result;
  const words = wordsOf(settings);
  const estimate = result.current();
  const age = { atMs, staleAfterDays: settings.staleAfterDays };
  const { fileNote, template } = result;
  const notes = [fileNote, template?.mark && asSentence(words, template.mark)];
  const about = pricedName(words, readout);
  const line = describeCopy(words, about, estimate, settings.scenario, age);
  const sentences = notes.filter((note) => note !== undefined);
  await env.clipboard.writeText(sentences.length === 0 ? line : `${line}. ${sentences.join(' ')}`);
  confirmation.say(estimateCopied(words));
}
