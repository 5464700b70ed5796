/** An error whose message is for the user: what is wrong, and what to do. */
export class HumanError extends Error {}

/**
 * Runs a script's main function. Prints only the message of a `HumanError`, but the stack of other errors.
 * @param {() => Promise<number>} main resolves to the exit code
 */
export async function runScript(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(error instanceof HumanError ? error.message : error);
    process.exit(1); // started processes would keep this one alive
  }
}
