/** What the bench takes from the engine; bundled as the extension is. */
export { RECIPES } from '../../src/core/tokens/encodings';
export { IncrementalDocument } from '../../src/core/tokens/document/incrementalDocument';
export { createCounter } from '../../src/core/tokens/engine/tokenCounter';
