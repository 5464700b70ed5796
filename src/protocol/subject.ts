import * as v from 'valibot';
import { BEGINNING_KINDS } from '../core/beginningKind';
import { UNSEEN_KINDS } from '../core/media/part';
import { SERVICE_TIERS } from '../core/pricing/rates/factors';

/** Settings of this extension that a note is about. */
export const NOTED_SETTINGS = ['useFileModel'] as const;

export type NotedSetting = (typeof NOTED_SETTINGS)[number];

export const natural = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Tokens: a whole number, but for a mean of samples. */
const amount = v.pipe(v.number(), v.finite(), v.minValue(0));

/** Tokens, low, high, method: a tuple, because a folder has thousands of them. */
export const count = v.strictTuple([
  amount,
  amount,
  amount,
  v.picklist(['exact', 'estimated'] as const),
]);

/** Milliseconds since 1970, of a day that the calendar has. */
export const instantMs = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(-8_640_000_000_000_000),
  v.maxValue(8_640_000_000_000_000),
);

const pixels = v.exactOptional(v.pipe(v.number(), v.minValue(0)));

/** Something that is sent beside text, as `MediaPart`. */
const media = v.strictObject({
  kind: v.picklist(['image', 'document', 'audio', 'video'] as const),
  width: pixels,
  height: pixels,
  pages: v.exactOptional(natural),
  seconds: pixels,
  detail: v.exactOptional(v.picklist(['low', 'medium', 'high', 'ultraHigh', 'original'] as const)),
});

/** How the tools of a request are used. */
const toolUse = v.strictObject({
  tools: natural,
  isForced: v.boolean(),
  hasSystem: v.boolean(),
  hasSchema: v.boolean(),
  typesLength: natural,
});

/** What a request says of its call beside its text and its answer's length. */
const ofCall = {
  /** Answers of a request to its one prompt; absent: 1. */
  answers: v.exactOptional(natural),
  /** The service tier that a request asks for. */
  serviceTier: v.exactOptional(v.picklist(SERVICE_TIERS)),
  /** What is sent beside the text; absent: nothing. */
  media: v.exactOptional(v.array(media)),
  toolUse: v.exactOptional(toolUse),
  /** Messages with the name of an author. */
  names: v.exactOptional(natural),
  /** Messages that the model wrote. */
  modelMessages: v.exactOptional(natural),
  /** Tokens that a request gives as numbers. */
  tokenIds: v.exactOptional(natural),
  /** Kinds of what is sent and is not in the file. */
  unseen: v.exactOptional(v.array(v.picklist(UNSEEN_KINDS))),
};

/** What a file names in its front matter and the user wants, or what a request states: its model and its longest answer. */
const own = v.strictObject({
  modelId: v.exactOptional(v.string()),
  outputTokens: v.exactOptional(natural),
  /** Messages of a request with a role; absent: a plain prompt. */
  messages: v.exactOptional(natural),
  ...ofCall,
});

/** Lines of a file of requests that are none. */
const badLines = v.array(
  v.strictObject({
    line: natural,
    reason: v.picklist(['notJson', 'notRequest', 'otherKind'] as const),
  }),
);

/** The requests of a file in a folder. */
const requests = v.strictObject({
  /** Number of requests. */
  count: natural,
  /** They have the price of a batch. */
  isBatch: v.exactOptional(v.literal(true)),
  /** They are examples for fine-tuning. */
  isTraining: v.exactOptional(v.literal(true)),
  /** What their calls say of themselves; `outputTokens` of 0: they have no answer. */
  calls: v.array(
    v.strictObject({
      messages: natural,
      outputTokens: v.exactOptional(natural),
      /** Where the requests of the file are on several models: that of this call; absent: the user's. */
      modelId: v.exactOptional(v.string()),
      ...ofCall,
    }),
  ),
  /**
   * For each group of models, equal requests as five numbers: their place in `calls`, how many they are, tokens, low,
   * high. A folder can have hundreds of thousands.
   */
  texts: v.array(v.array(natural)),
  badLines: v.exactOptional(badLines),
});

/** What exports say of the values of a template. */
const template = v.strictObject({
  /** Number of samples that are counted, and that there are. */
  samples: natural,
  allSamples: natural,
  /** The files that values come from, relative to the template. */
  files: v.array(v.string()),
  /** Placeholders that no value replaces, as written. */
  asWritten: v.array(v.string()),
});

interface CountsOfFile {
  readonly counts: readonly v.InferOutput<typeof count>[];
  readonly samples?: readonly unknown[];
}

/** Only the means of samples, which are priced one by one, may be other numbers. */
function hasWholeCounts({ counts, samples = [] }: CountsOfFile): boolean {
  return (
    samples.length > 0 ||
    counts.flat().every((each) => typeof each === 'string' || Number.isInteger(each))
  );
}

/** What is priced. */
export const reportSubjectSchema = v.strictObject({
  kind: v.picklist(['document', 'selections', 'notebook', 'cells', 'files', 'requests'] as const),
  /** Name of the document or folder, for people. */
  name: v.string(),
  /** The URI of the document, or those of the chosen files and folders: equal as long as the report is on the same. */
  identity: v.string(),
  /** Number of selections; 0 for all other kinds. */
  selections: natural,
  /** Number of a notebook's cells that are counted. */
  cells: v.exactOptional(natural),
  /** Time of the count, milliseconds since 1970. */
  atMs: instantMs,
  /** The keys of `groupOf`, in the order of each file's counts: the models of a group have equal counts. */
  groups: v.array(v.string()),
  /** Or the requests of a file, each named by its line. */
  files: v.pipe(
    v.array(
      v.pipe(
        v.strictObject({
          path: v.string(),
          /** Of a request. */
          line: v.exactOptional(natural),
          counts: v.array(count),
          own: v.exactOptional(own),
          /** API requests: they are calls of their own, also where all other files are one call. */
          requests: v.exactOptional(requests),
          /** The counts with each of several samples, of which `counts` are the means: a list of groups for each. */
          samples: v.exactOptional(v.array(v.array(count))),
          template: v.exactOptional(template),
        }),
        v.check((file) => hasWholeCounts(file)),
      ),
    ),
    v.nonEmpty(),
  ),
  /** What of each prompt is the same in each call, for each group of models; absent: nothing is known. */
  beginning: v.exactOptional(
    v.strictObject({ kind: v.picklist(BEGINNING_KINDS), counts: v.array(count) }),
  ),
  /** The requests are examples for fine-tuning, of which only the tokens are known. */
  isTraining: v.exactOptional(v.literal(true)),
  badLines: v.exactOptional(badLines),
  /** Files that are not in the sum, each with the reason in a sentence. */
  skipped: v.array(v.strictObject({ path: v.string(), reason: v.string() })),
  /** Sentences on what is in the sum and what is not, some with the setting that changes it. */
  notes: v.exactOptional(
    v.array(
      v.union([
        v.string(),
        v.strictObject({ text: v.string(), setting: v.picklist(NOTED_SETTINGS) }),
      ]),
    ),
  ),
});

export type ReportSubject = v.InferOutput<typeof reportSubjectSchema>;
export type SubjectNote = NonNullable<ReportSubject['notes']>[number];
export type OwnCallOfFile = v.InferOutput<typeof own>;
export type RequestsOnWire = v.InferOutput<typeof requests>;
export type TemplateOnWire = v.InferOutput<typeof template>;
export type WireCount = v.InferOutput<typeof count>;
