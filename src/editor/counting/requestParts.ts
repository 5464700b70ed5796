// What only files of requests need, read with the first of them.
export { besideEach } from '../../core/estimate/own/beside';
export { requestFacts } from '../../core/requests/facts';
export { readRequestFile } from '../../core/requests/read';
export { estimateNotes } from '../../wording/requests/notes';
