import * as v from 'valibot';
import { HEADER_STYLES } from '../core/files/packed/styles';
import { scenarioChangesSchema } from './scenario';
import { count, instantMs, natural, NOTED_SETTINGS } from './subject';

/** Export formats by the extension of their files. */
export const EXPORT_FORMATS = ['csv', 'json', 'md', 'svg'] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Larger exports are refused: nobody reads them, and they would block the editor. */
const MAX_EXPORT_CHARACTERS = 50_000_000;

/** More files than a scan finds. */
const MAX_COUNTED_FILES = 100_000;

/** The page's requests: the body of each, and its reply. */
const schemas = {
  /** Saves or copies the report. The reply is a sentence on the result; null if cancelled. */
  export: {
    body: v.strictObject({
      format: v.picklist(EXPORT_FORMATS),
      to: v.picklist(['file', 'clipboard'] as const),
      /** Name of the report's subject, which in a frozen report is not the current text. */
      name: v.string(),
      text: v.pipe(v.string(), v.maxLength(MAX_EXPORT_CHARACTERS)),
    }),
    reply: v.nullable(v.string()),
  },
  /** Writes the scenario to the settings. The reply is a sentence that names their scope. */
  saveScenario: {
    body: v.strictObject({
      scope: v.picklist(['user', 'workspace'] as const),
      scenario: scenarioChangesSchema,
    }),
    reply: v.string(),
  },
  /** Makes a model the one of the status bar. The reply tells the way back; null if cancelled. */
  selectModel: {
    body: v.strictObject({ modelId: v.string() }),
    reply: v.nullable(v.strictObject({ text: v.string(), back: v.string() })),
  },
  /** Undoes the last choice of a model. */
  restoreModel: { body: v.strictObject({}), reply: v.nullable(v.string()) },
  /** Opens the price sheet of a model. */
  showPriceSheet: { body: v.strictObject({ modelId: v.string() }), reply: v.null() },
  /** Opens the editor's page of settings at one of this extension. */
  openSetting: {
    body: v.strictObject({ setting: v.picklist(NOTED_SETTINGS) }),
    reply: v.null(),
  },
  /** Makes a model the one that others are compared with. */
  selectBaseline: { body: v.strictObject({ modelId: v.string() }), reply: v.null() },
  /** Lists a model first, or no longer. */
  pinModel: {
    body: v.strictObject({ modelId: v.string(), isPinned: v.boolean() }),
    reply: v.null(),
  },
  /** Opens a file in the editor: one of those that the editor itself has counted, by its place in them. */
  openFile: {
    body: v.strictObject({
      /** `atMs` of the subject. */
      atMs: instantMs,
      index: natural,
      /** Of a request: the document as the subject names it, and the line. */
      request: v.exactOptional(v.strictObject({ document: v.string(), line: natural })),
    }),
    reply: v.null(),
  },
  /** Counts what packers write around files that are sent as one text. */
  countHeaders: {
    body: v.strictObject({
      style: v.picklist(HEADER_STYLES),
      paths: v.pipe(v.array(v.string()), v.maxLength(MAX_COUNTED_FILES)),
    }),
    reply: v.strictObject({
      /** The keys of `groupOf`, in the order of the counts. */
      groups: v.array(v.string()),
      /** Around all files. */
      frame: v.array(count),
      /** Around each file. */
      files: v.array(v.array(count)),
    }),
  },
} as const;

export type RequestName = keyof typeof schemas;
export type RequestBody<Name extends RequestName> = v.InferOutput<(typeof schemas)[Name]['body']>;
export type RequestReply<Name extends RequestName> = v.InferOutput<(typeof schemas)[Name]['reply']>;

export type Request<Name extends RequestName = RequestName> = {
  readonly [Each in Name]: {
    readonly type: 'request';
    /** Differs from the id of every other request, those of earlier pages of the panel included. */
    readonly id: string;
    readonly name: Each;
    readonly body: RequestBody<Each>;
  };
}[Name];

/** One handler for each request. A handler that rejects makes the request fail with the error's message. */
export type RequestHandlers = {
  readonly [Name in RequestName]: (body: RequestBody<Name>) => Promise<RequestReply<Name>>;
};

function bodySchema<Name extends RequestName>(name: Name): (typeof schemas)[Name]['body'] {
  return schemas[name].body;
}

const request = <Name extends RequestName>(name: Name) =>
  v.strictObject({
    type: v.literal('request'),
    id: v.string(),
    name: v.literal(name),
    body: bodySchema(name),
  });

export const requestSchema = v.variant('name', [
  request('export'),
  request('saveScenario'),
  request('selectModel'),
  request('restoreModel'),
  request('showPriceSheet'),
  request('openSetting'),
  request('selectBaseline'),
  request('pinModel'),
  request('openFile'),
  request('countHeaders'),
]);

/** `value` is checked by the page, which knows the request. */
export const replySchema = v.strictObject({
  type: v.literal('reply'),
  id: v.string(),
  result: v.variant('ok', [
    v.strictObject({ ok: v.literal(true), value: v.unknown() }),
    /** `error`: a sentence for the user. */
    v.strictObject({ ok: v.literal(false), error: v.string() }),
  ]),
});

export type Reply = v.InferOutput<typeof replySchema>;

/** Handles a request. @param describe converts an error of the handler to a sentence for the user. */
export async function replyTo<Name extends RequestName>(
  { id, name, body }: Request<Name>,
  handlers: RequestHandlers,
  describe: (error: unknown) => string,
): Promise<Reply> {
  try {
    const value = await handlers[name](body);
    return { type: 'reply', id, result: { ok: true, value } };
  } catch (error) {
    return { type: 'reply', id, result: { ok: false, error: describe(error) } };
  }
}

/** @throws {v.ValiError} if the value is not a reply to such a request. */
export function parseReply<Name extends RequestName>(
  name: Name,
  value: unknown,
): RequestReply<Name> {
  return v.parse(schemas[name].reply, value);
}
