import { AppError } from "#/lib/errors.ts";

const TRIES = 3;

/** What `read` gives of one state: `mark` tells the same before and after it, else it is read again. Throws AppError unavailable when it never stood still. */
export async function readSettled<Value>(
  mark: () => Promise<string>,
  read: () => Promise<Value>,
): Promise<Value> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const before = await mark();
    const value = await read();
    if ((await mark()) === before) return value;
  }
  throw new AppError(
    "unavailable",
    `The program was judged anew ${TRIES} times while it was read. Run it again in a moment.`,
  );
}
