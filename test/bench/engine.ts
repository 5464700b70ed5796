/** The engine for the bench, bundled like the extension. */
export { RECIPES } from '../../src/core/tokens/encodings';
export { IncrementalDocument } from '../../src/core/tokens/document/incrementalDocument';
export { createCounter } from '../../src/core/tokens/engine/tokenCounter';
