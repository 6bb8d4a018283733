import { isForbidden } from "../fails-all.ts";
import { ForgeError } from "../forge-error.ts";

const WHAT = { issues: "issues", pulls: "pull requests" } as const;

/** That a token may not read the issues or the pull requests of a repository, with the right to give. The forge itself names none. */
export const missingRight = (of: keyof typeof WHAT, cause: unknown, status = 403): ForgeError =>
  new ForgeError(
    "forbidden",
    `The token may not read the ${WHAT[of]} of this repository. Give it the right to read ${WHAT[of]}.`,
    { status, cause },
  );

/** What was asked of the issues or the pull requests alone; a refusal of it names the right that is missing. */
export async function namingRight<Told>(
  of: keyof typeof WHAT,
  asked: Promise<Told>,
): Promise<Told> {
  try {
    return await asked;
  } catch (error) {
    throw isForbidden(error) ? missingRight(of, error) : error;
  }
}
