import { z } from "zod";
import { type Known, known, unknown } from "#/lib/facts/known.ts";
import { isGone, isForbidden as isRefused } from "../fails-all.ts";
import type { Place } from "./ask-repository.ts";
import { parse } from "./parse.ts";

const Branch = z.object({
  commit: z.object({ sha: z.string() }),
  protected: z.boolean(),
  /** Of the branch's own protection alone, without that of rulesets. */
  protection: z.object({ enabled: z.boolean().nullish() }).nullish(),
});
export type Branch = z.infer<typeof Branch>;

/** A branch with its tip; unknown where the forge does not have it or the token may not see it. */
export async function readBranch({ api, path }: Place, branch: string): Promise<Known<Branch>> {
  const none = `The forge has no branch ${branch}, or the token may not see it.`;
  // No branch has such a part, and it would lead to another place of the interface.
  if (branch.split("/").some((part) => /^\.*$/.test(part))) return unknown(none);
  try {
    const { body } = await api.get(`${path}/branches/${encodePath(branch)}`);
    return known(parse(Branch, body, "branch"));
  } catch (error) {
    if (isRefused(error)) return unknown(FORBIDDEN);
    if (!isGone(error)) throw error;
    // Where nothing of the repository may be seen, this throws.
    await api.get(path);
    return unknown(none);
  }
}

/** A path with each of its parts as addresses have it. */
export const encodePath = (path: string): string =>
  path.split("/").map(encodeURIComponent).join("/");

export const FORBIDDEN =
  "The token may not read the code of this repository. Give it the right to read contents.";
