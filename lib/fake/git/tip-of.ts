import type { FakeGit } from "./fake-git.ts";

/** The commit of a branch's name, of a ref's whole or short name (`refs/pull/4/head`, `pull/4/head`), or of an id; null where there is none. */
export function tipOf({ refs, objects }: FakeGit, ref: string): string | null {
  const named = refs.get(`refs/heads/${ref}`) ?? refs.get(ref) ?? refs.get(`refs/${ref}`);
  if (named !== undefined) return named;
  const isId = /^[0-9a-f]{40}$/.test(ref);
  return isId && objects.kindOf(ref) === "commit" ? ref : null;
}
