import type { StatedCalls } from '../estimate/own/fileCalls';
import type { RequestsOfFile } from './fileCount';

export function statedCalls({ facts: { kind }, calls }: RequestsOfFile): StatedCalls {
  return { isBatch: kind === 'batch', isTraining: kind === 'training', calls };
}
