/** An error whose message is for the user: one line that says what to do. */
export class UsageError extends Error {}
