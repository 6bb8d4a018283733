import { type Known, known, unknown } from "#/lib/facts/known.ts";
import { isForbidden } from "../fails-all.ts";
import { ForgeError } from "../forge-error.ts";
import type { HttpClient } from "../http.ts";
import { parse } from "./parse.ts";
import { Branch } from "./schema.ts";

/** A branch with its tip and what it demands; unknown where the forge does not have it or the token may not see it. */
export async function readBranch(
  http: HttpClient,
  repository: string,
  branch: string,
): Promise<Known<Branch>> {
  const path = branch.split("/").map(encodeURIComponent).join("/");
  try {
    const { body } = await http.get(`/repos/${repository}/branches/${path}`);
    return known(parse(Branch, body, "branch"));
  } catch (error) {
    if (!(error instanceof ForgeError)) throw error;
    if (isForbidden(error)) return unknown(FORBIDDEN);
    if (error.status !== 404 && error.status !== 410) throw error;
    return unknown(`The forge has no branch ${branch}, or the token may not see it.`);
  }
}

export const FORBIDDEN =
  "The token may not read the code of this repository. Give it read:repository.";
