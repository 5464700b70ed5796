/** The engine, and the reading of price tables, for the bench, bundled like the extension. */
export { RECIPES } from '../../src/core/tokens/encodings';
export { IncrementalDocument } from '../../src/core/tokens/document/incrementalDocument';
export { createCounter } from '../../src/core/tokens/engine/tokenCounter';
export { buildInSlices } from '../../src/core/pricing/table/build';
export { parseInSlices } from '../../src/core/pricing/table/parse';
export { KNOWN_TOKENIZERS } from '../../src/core/tokens/knownTokenizers';
