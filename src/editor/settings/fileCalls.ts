import { EventEmitter, type ConfigurationScope, type Event, type TextDocument } from 'vscode';
import type { UseOfStated } from '../../core/estimate/own/calls';
import { fileCall, type FileCall } from '../../core/files/fileCall';
import type { RequestFacts } from '../../core/requests/facts';
import type { Memory } from '../memory';
import { kindOf, linesOf } from '../subject/sentRanges';
import type { FullScenario } from '../../core/scenario/scenario';

/** Key of the answers, by the URIs of the files. */
const KEY = 'fileCalls';

/** More files are not remembered; the oldest answer is forgotten. */
const MOST_ANSWERS = 200;

/** What the user said about the model and ceiling that a file names. `useCalls`: what requests state but their model. */
export type FileCallAnswer = 'use' | 'useModel' | 'useCalls' | 'ignore';

const ANSWERS: readonly unknown[] = [
  'use',
  'useModel',
  'useCalls',
  'ignore',
] satisfies FileCallAnswer[];

/** What the document of the settings says of its call. */
export interface FileCallState extends FileCall {
  readonly uri: string;
  readonly isUsed: boolean;
  /** What the requests in it state; undefined: its front matter says it. */
  readonly requests?: StatedByRequests | undefined;
}

export type StatedByRequests = Pick<
  RequestFacts,
  'kind' | 'requests' | 'modelNames' | 'unnamed' | 'stated'
>;

/** What of the calls that requests state is used. */
export function usesStated({ fileCall: call }: Pick<CallSettings, 'fileCall'>): UseOfStated {
  const isUsed = call?.isUsed === true;
  return { answers: isUsed && (call.requests?.stated ?? 0) > 0, tiers: isUsed };
}

/** The part of the settings that a file's call changes. */
interface CallSettings {
  readonly useFileModel: 'off' | 'ask' | 'on';
  readonly fileCall?: FileCallState | undefined;
  readonly scenario: FullScenario;
}

/**
 * The calls that files name in their front matter: offered, and used once the user says so, for one file or, by the
 * setting `useFileModel`, for all. A choice of another model or of other output tokens ends the use.
 */
class FileCalls {
  #memory: Memory | undefined;
  #priced: CallSettings | undefined;
  readonly #changed = new EventEmitter<void>();
  readonly #read = new WeakMap<TextDocument, { version: number; call: FileCall | undefined }>();
  readonly #applied = new WeakMap<CallSettings, Map<string, CallSettings>>();

  /** Fires when an answer has changed. */
  readonly onDidChange: Event<void> = this.#changed.event;

  /** Remembers answers here, for this workspace. */
  remember(memory: Memory): void {
    this.#memory = memory;
  }

  /** The settings with what the document names. Returns the same object for the same settings and call. */
  apply<S extends CallSettings>(settings: S, scope: ConfigurationScope | undefined): S {
    if (settings.useFileModel === 'off' || !isDocument(scope)) return settings;
    const call = this.#callOf(scope);
    if (!call) return settings;
    const uri = scope.uri.toString();
    const answer = this.#answerOn(settings.useFileModel, uri);
    const key = JSON.stringify([uri, call, answer]);
    return this.#once(settings, key, () => withCall(settings, uri, call, answer));
  }

  /** The settings with what the requests in a document state, unless the user wants them under the assumptions alone. */
  applyRequests<S extends CallSettings>(settings: S, uri: string, stated: StatedByRequests): S {
    const answer = this.#answerOnRequests(settings, uri);
    const key = JSON.stringify([uri, stated, answer]);
    return this.#once(settings, key, () => withRequests(settings, uri, stated, answer));
  }

  /** What is used of what the requests in a file state, without opening it. */
  usesOfRequests(
    settings: Pick<CallSettings, 'useFileModel'>,
    uri: string,
  ): UseOfStated & { readonly model: boolean; readonly batch: boolean } {
    const answer = this.#answerOnRequests(settings, uri);
    return {
      model: answer === 'use' || answer === 'useModel',
      answers: answer === 'use' || answer === 'useCalls',
      tiers: answer !== 'ignore',
      batch: answer !== 'ignore',
    };
  }

  /** What is used of the call that a file names, without opening it. */
  used(
    { useFileModel }: Pick<CallSettings, 'useFileModel'>,
    uri: string,
    call: FileCall,
  ): FileCall | undefined {
    const answer = this.#answerOn(useFileModel, uri);
    return answer === 'ignore' ? undefined : usedPart(call, answer);
  }

  /** @returns what brings back the answer before. */
  async answer(uri: string, answer: FileCallAnswer | undefined): Promise<() => Promise<void>> {
    const { [uri]: before, ...others } = this.#answers();
    const kept = Object.entries(others).slice(1 - MOST_ANSWERS);
    const added = answer === undefined ? {} : { [uri]: answer };
    await this.#memory?.update(KEY, { ...Object.fromEntries(kept), ...added });
    this.#changed.fire();
    return async () => void (await this.answer(uri, before));
  }

  /** Notes the settings of the text that the status bar prices. */
  price<S extends CallSettings>(settings: S): S {
    this.#priced = settings;
    return settings;
  }

  /**
   * Ends the use of what the priced file names, because the user has chosen something else.
   *
   * @returns what brings it back; undefined if nothing was used.
   */
  async release(field: 'model' | 'outputTokens'): Promise<(() => Promise<void>) | undefined> {
    const state = this.#priced?.fileCall;
    if (state?.isUsed !== true) return undefined;
    if (state.requests) return this.#releaseStated(state.uri, field);
    if (field === 'model') return this.answer(state.uri, 'ignore');
    return state.maxOutputTokens === undefined ? undefined : this.answer(state.uri, 'useModel');
  }

  /** Of requests, what the user has not chosen stays: another model answers the same batch with the same answers. */
  async #releaseStated(uri: string, field: 'model' | 'outputTokens'): Promise<() => Promise<void>> {
    const [kept, other] =
      field === 'model' ? (['useCalls', 'useModel'] as const) : (['useModel', 'useCalls'] as const);
    const isOtherGone = this.#answers()[uri] === other;
    return this.answer(uri, isOtherGone ? 'ignore' : kept);
  }

  /** The same object for the same settings and key. */
  #once<S extends CallSettings>(settings: S, key: string, make: () => S): S {
    const known = this.#applied.get(settings) ?? new Map<string, CallSettings>();
    this.#applied.set(settings, known);
    const applied = (known.get(key) as S | undefined) ?? make();
    known.set(key, applied);
    return applied;
  }

  #callOf(document: TextDocument): FileCall | undefined {
    const known = this.#read.get(document);
    if (known?.version === document.version) return known.call;
    const call = fileCall(linesOf(document), kindOf(document));
    this.#read.set(document, { version: document.version, call });
    return call;
  }

  /** What requests state is used unless the user says otherwise. */
  #answerOnRequests(
    { useFileModel }: Pick<CallSettings, 'useFileModel'>,
    uri: string,
  ): FileCallAnswer {
    return useFileModel === 'off' ? 'ignore' : (this.#answers()[uri] ?? 'use');
  }

  #answerOn(useFileModel: CallSettings['useFileModel'], uri: string): FileCallAnswer {
    if (useFileModel === 'off') return 'ignore';
    return this.#answers()[uri] ?? (useFileModel === 'on' ? 'use' : 'ignore');
  }

  #answers(): Readonly<Record<string, FileCallAnswer>> {
    const stored: unknown = this.#memory?.get(KEY);
    const entries = Object.entries(stored ?? {}).filter(([, value]) => ANSWERS.includes(value));
    return Object.fromEntries(entries);
  }
}

function usedPart(call: FileCall, answer: Exclude<FileCallAnswer, 'ignore'>): FileCall {
  return answer === 'use' ? call : { ...call, maxOutputTokens: undefined };
}

function withCall<S extends CallSettings>(
  settings: S,
  uri: string,
  call: FileCall,
  answer: FileCallAnswer,
): S {
  if (answer === 'ignore') return { ...settings, fileCall: { ...call, uri, isUsed: false } };
  const { modelName, maxOutputTokens } = usedPart(call, answer);
  const { scenario } = settings;
  return {
    ...settings,
    fileCall: { modelName, maxOutputTokens, uri, isUsed: true },
    scenario:
      maxOutputTokens === undefined ? scenario : { ...scenario, outputTokens: maxOutputTokens },
  };
}

/** A model that all requests state is theirs; a batch has its price. */
function withRequests<S extends CallSettings>(
  settings: S,
  uri: string,
  { kind, requests, modelNames, unnamed, stated }: StatedByRequests,
  answer: FileCallAnswer,
): S {
  const [modelName, ...others] = modelNames;
  const { scenario } = settings;
  const isUsed = answer !== 'ignore';
  const isOnStated = answer === 'use' || answer === 'useModel';
  return {
    ...settings,
    fileCall: {
      modelName: others.length === 0 && isOnStated ? modelName : undefined,
      maxOutputTokens: undefined,
      uri,
      isUsed,
      requests: {
        kind,
        requests,
        modelNames: isOnStated || !isUsed ? modelNames : [],
        unnamed,
        stated: answer === 'useModel' ? 0 : stated,
      },
    },
    scenario: isUsed && kind === 'batch' ? { ...scenario, batch: true } : scenario,
  };
}

function isDocument(scope: ConfigurationScope | undefined): scope is TextDocument {
  return scope !== undefined && 'lineAt' in scope;
}

export const fileCalls = new FileCalls();
