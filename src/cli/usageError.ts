/** An error whose message is meant for the person at the terminal: one line that says what to do. */
export class UsageError extends Error {}
