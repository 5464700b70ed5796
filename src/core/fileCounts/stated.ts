import type { StatedCalls } from '../estimate/own/fileCalls';
import type { FileCall } from '../files/fileCall';
import type { RequestFacts } from '../requests/facts';
import type { RequestsOfFile } from './fileCount';

/** The model that all requests state; undefined if they state none or several. Their answers are each request's own. */
export function callOfRequests({ modelNames }: RequestFacts): FileCall | undefined {
  const [modelName, ...others] = modelNames;
  if (modelName === undefined || others.length > 0) return undefined;
  return { modelName, maxOutputTokens: undefined };
}

export function statedCalls({ facts: { kind }, calls }: RequestsOfFile): StatedCalls {
  return { isBatch: kind === 'batch', isTraining: kind === 'training', calls };
}
