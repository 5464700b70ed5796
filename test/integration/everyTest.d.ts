/** Made by scripts/testing/integrationBundles.mjs. */
declare module 'every integration test' {
  /** Runs the test files, which declare their tests. */
  export function loadTests(): void;
}
