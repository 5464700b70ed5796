import { ProgressLocation, window } from 'vscode';
import {
  addressPrompt,
  consentToRequest,
  describeDownloadProblem,
  requestingPrices,
} from '../../wording/views/prices';
import { notHttpsAddress, typeHttpsAddress } from '../../wording/problems';
import { abortSignal } from '../abortSignal';
import { HumanError } from '../errors';
import { openSettingsAt } from '../help';
import type { Memory } from '../memory';
import { readSettings, SECTION } from '../settings/settings';
import { writeSetting } from '../settings/write';
import { wordsOf } from '../words';
import { download, httpsAddress } from './download';
import type { NamedBytes } from './parseTable';

/** Key of the addresses that the user has agreed to request. */
const AGREED = 'agreedUpdateAddresses';

/**
 * Requests a price table from the address of `apiSpend.pricing.updateUrl`, or from one that the user types. The only
 * request of the extension; the user is asked before the first one to each address.
 *
 * @returns undefined if the user cancels.
 * @throws {HumanError} if there is no answer, or one that is too large, too slow or from another host.
 */
export async function requestTable(memory: Memory): Promise<NamedBytes | undefined> {
  const typed = readSettings().updateUrl || (await askForAddress());
  if (!typed) return undefined;
  const address = httpsAddress(typed);
  if (!address) {
    throw refusal(`${typed} ${notHttpsAddress(wordsOf())}`);
  }
  if (!(await agrees(address, memory))) return undefined;
  if (typed !== readSettings().updateUrl) await writeSetting('pricing.updateUrl', address.href);
  const options = {
    location: ProgressLocation.Notification,
    cancellable: true,
    title: requestingPrices(wordsOf(), address.host),
  };
  const answer = await window.withProgress(options, async (_progress, token) =>
    download(address, fetch, abortSignal(token)),
  );
  if (!answer) return undefined;
  if (answer.ok) return { name: address.href, bytes: answer.bytes };
  throw refusal(describeDownloadProblem(wordsOf(), address.host, answer.problem));
}

function refusal(message: string): HumanError {
  return new HumanError(message, { actions: [openSettingsAt(`${SECTION}.pricing.updateUrl`)] });
}

async function askForAddress(): Promise<string | undefined> {
  const words = wordsOf();
  return window.showInputBox({
    ...addressPrompt(words),
    ignoreFocusOut: true,
    validateInput: (text) => (httpsAddress(text) ? undefined : typeHttpsAddress(words)),
  });
}

async function agrees({ href, host }: URL, memory: Memory): Promise<boolean> {
  const stored: unknown = memory.get(AGREED);
  const agreed: readonly unknown[] = Array.isArray(stored) ? stored : [];
  if (agreed.includes(href)) return true;
  const { message, detail, button } = consentToRequest(wordsOf(), href, host);
  const answer = await window.showInformationMessage(message, { modal: true, detail }, button);
  if (answer !== button) return false;
  await memory.update(AGREED, [...agreed, href]);
  return true;
}
