import { env } from 'vscode';
import { requestsIn } from '../../wording/views/requestCount';
import { describeCopy, estimateCopied } from '../../wording/views/readout';
import { asSentence } from '../../wording/words';
import { confirmation } from '../live/confirmation';
import type { LiveEstimate } from '../live/estimate';
import { nextReady } from '../live/nextReady';
import { subjectText } from '../subject/named';
import { wordsOf } from '../words';

/** Copies the current estimate as one line of text, with the date of the price. */
export async function copyEstimate(live: LiveEstimate): Promise<void> {
  const { subject, result } = await nextReady(live);
  const { atMs, settings } = result;
  const words = wordsOf(settings);
  const estimate = result.estimate(result.model);
  const age = { atMs, staleAfterDays: settings.staleAfterDays };
  const { fileNote, template } = result;
  const notes = [fileNote, template?.mark && asSentence(words, template.mark)];
  const name = subjectText(words, subject);
  const count = result.requests?.requests.length ?? 0;
  const about = count > 1 ? requestsIn(words, count, name) : name;
  const line = describeCopy(words, about, estimate, settings.scenario, age);
  const sentences = notes.filter((note) => note !== undefined);
  await env.clipboard.writeText(sentences.length === 0 ? line : `${line}. ${sentences.join(' ')}`);
  confirmation.say(estimateCopied(words));
}
