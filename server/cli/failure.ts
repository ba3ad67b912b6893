/** Something the user can mend: the message says what and how. Ends the command with exit code 2. */
export class Failure extends Error {}
