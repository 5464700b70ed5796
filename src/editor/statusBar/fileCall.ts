import { isPromptFile } from '../../core/files/sentText';
import type { CountedSubject } from '../live/counted';
import { namedModel } from '../live/modelOfSetting';
import {
  namedInFile,
  statedByRequests,
  statedList,
  unknownInFile,
  type FileCallLink,
} from '../../wording/views/fileCall';
import { fileCalls, type FileCallAnswer, type FileCallState } from '../settings/fileCalls';
import { writeSetting } from '../settings/write';
import type { CountableSubject } from '../subject/subject';
import type { FileCallNote } from '../../wording/views/fileCall';
import { kindOf } from '../subject/sentRanges';
import { wordsOf } from '../words';

/** Undefined if the file names no call, or one that changes nothing. */
export function fileCallNote(
  subject: CountableSubject,
  result: CountedSubject,
): FileCallNote | undefined {
  const { settings, fileNote } = result;
  const { fileCall: call, useFileModel } = settings;
  if (!call) return undefined;
  const { uri } = call;
  if (call.isUsed) {
    if (call.requests) return fileNote === undefined ? undefined : usedByRequests(call, fileNote);
    const links = useFileModel === 'on' ? (['stop', 'stopInAll'] as const) : (['stop'] as const);
    return fileNote === undefined ? undefined : { kind: 'used', text: fileNote, uri, links };
  }
  return offer(subject, result, call);
}

function usedByRequests({ uri, requests }: FileCallState, text: string): FileCallNote {
  const statesAny = requests !== undefined && statedList(wordsOf(), requests) !== '';
  return { kind: 'used', text, uri, links: statesAny ? ['stop'] : [] };
}

function offer(
  subject: CountableSubject,
  { table, atMs, model, settings }: CountedSubject,
  call: FileCallState,
): FileCallNote | undefined {
  const words = wordsOf(settings);
  const { modelName, maxOutputTokens, uri, requests } = call;
  if (requests) {
    const text = statedByRequests(words, requests);
    return statedList(words, requests) === '' || settings.useFileModel === 'off'
      ? undefined
      : { kind: 'offered', text, uri, links: ['use'] };
  }
  const named = modelName === undefined ? undefined : namedModel(table, modelName, atMs);
  // Other Markdown may have a model of something else in its front matter.
  if (typeof named === 'string')
    return isPrompt(subject) ? { kind: 'unknown', text: unknownInFile(words, named) } : undefined;
  const isSameModel = named === undefined || named.model.id === model.id;
  const isSameLimit =
    maxOutputTokens === undefined || maxOutputTokens === settings.scenario.outputTokens;
  if (isSameModel && isSameLimit) return undefined;
  const links: FileCallLink[] = settings.useFileModel === 'on' ? ['use'] : ['use', 'useInAll'];
  return { kind: 'offered', text: namedInFile(words, call), uri, links };
}

function isPrompt(subject: CountableSubject): boolean {
  return subject.kind === 'text' && isPromptFile(kindOf(subject.document));
}

/** Does what a link says. @throws {HumanError} if the setting cannot be written. */
export async function answerFileCall(uri: unknown, link: unknown): Promise<void> {
  if (typeof uri !== 'string') return;
  const answers: Readonly<Record<FileCallLink, FileCallAnswer>> = {
    use: 'use',
    useInAll: 'use',
    stop: 'ignore',
    stopInAll: 'ignore',
  };
  if (typeof link !== 'string' || !Object.hasOwn(answers, link)) return;
  if (link === 'useInAll') await writeSetting('useFileModel', 'on');
  if (link === 'stopInAll') await writeSetting('useFileModel', 'ask');
  await fileCalls.answer(uri, answers[link as FileCallLink]);
}
