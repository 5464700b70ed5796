/** An error whose message is meant for a person: it says what is wrong and what to do next. */
export class HumanError extends Error {}

/**
 * Runs a script's main function. An error meant for a person prints as its message, any other with its stack.
 * @param {() => Promise<number>} main resolves to the exit code
 */
export async function runScript(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(error instanceof HumanError ? error.message : error);
    process.exit(1); // what it started would keep it alive
  }
}
