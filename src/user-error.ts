/**
 * What the user of the command line can mend; the message says how. It ends a command with status 1 and is printed
 * without a stack.
 */
export abstract class UserError extends Error {}
