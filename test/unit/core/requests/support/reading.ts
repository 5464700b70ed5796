import assert from 'node:assert/strict';
import { languageOfPath } from '../../../../../src/core/files/languageOfPath';
import { readRequestFile } from '../../../../../src/core/requests/read';
import { ANSWER_SCHEMA, TOOLS_AS_JSON, TOOLS_AS_TYPES } from '../../../../../src/core/partForms';
import { mediaOf } from '../../../../../src/core/requests/facts';
import type { ApiRequest, RequestFile } from '../../../../../src/core/requests/request';
import { finish } from '../../../../../src/core/scheduling/sliced';

export function readFile(text: string, path = 'calls.json'): RequestFile | undefined {
  return finish(readRequestFile(text, { path, languageId: languageOfPath(path) }));
}

export function readLines(...lines: readonly unknown[]): RequestFile {
  const file = readFile(lines.map((line) => JSON.stringify(line)).join('\n'), 'calls.jsonl');
  assert.ok(file, `not recognised: ${JSON.stringify(lines).slice(0, 300)}`);
  return file;
}

/** The one request of a JSON file. */
export function readOne(value: unknown): ApiRequest {
  const file = readFile(JSON.stringify(value, undefined, 2));
  assert.ok(file, `not recognised: ${JSON.stringify(value).slice(0, 300)}`);
  assert.deepEqual(file.badLines, []);
  const [request, ...more] = file.requests;
  assert.ok(request && more.length === 0);
  return request;
}

const JSON_FORMS: ReadonlySet<string> = new Set([TOOLS_AS_JSON, ANSWER_SCHEMA]);

/** The texts of a request; of a definition or schema the value. The tools stand as types too, which is left out. */
export function textsOf({ parts }: Pick<ApiRequest, 'parts'>): readonly unknown[] {
  return parts
    .filter(({ languageId }) => languageId !== TOOLS_AS_TYPES)
    .map(({ text, languageId }) => (JSON_FORMS.has(languageId) ? JSON.parse(text) : text));
}

/** What of a request is no text. */
export function summaryOf(request: ApiRequest): object {
  const { messages, tools, modelName, maxOutputTokens, hasAnswer, media, unseen } = request;
  return {
    messages,
    ...(tools > 0 && { tools }),
    ...(modelName !== undefined && { modelName }),
    ...(maxOutputTokens !== undefined && { maxOutputTokens }),
    ...(!hasAnswer && { hasAnswer }),
    ...Object.fromEntries(mediaOf(media).map(({ kind, count }) => [kind, count])),
    ...Object.fromEntries(unseen),
    ...(request.tokenIds && { tokenIds: request.tokenIds }),
    ...(request.marksCache && { marksCache: true }),
    ...(request.hasBadLimit && { hasBadLimit: true }),
  };
}
