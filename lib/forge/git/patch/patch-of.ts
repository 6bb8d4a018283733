import { type Known, known, unknown } from "#/lib/facts/known.ts";
import type { Contents } from "../read-blobs.ts";
import type { RawChange } from "../to-changed-files.ts";
import { toPatch } from "./to-patch.ts";

const SUBMODULE = "It is a submodule, which has no lines.";
const LINK = "It is a symbolic link, which has no lines.";
const UNREAD = "The contents of this file were not read.";
const NOTHING = Buffer.alloc(0);

/** The ids of the contents that a patch needs: none where nothing changed, or where there are no lines. */
export function contentsOf(change: RawChange): readonly string[] {
  const { oldId, newId } = change;
  if (oldId === newId || whyLineless(change) !== null) return [];
  return [oldId, newId].filter((id) => !isNone(id));
}

/** The hunks of a change; empty for a file that only moved or only got another mode. */
export function patchOf(change: RawChange, contents: Contents): Known<string> {
  const why = whyLineless(change);
  if (why !== null) return unknown(why);
  if (change.oldId === change.newId) return known("");
  const before = contentOf(change.oldId, contents);
  const after = contentOf(change.newId, contents);
  if (!before.known) return before;
  return after.known ? toPatch(before.value, after.value) : after;
}

const isNone = (id: string): boolean => /^0+$/.test(id);

const contentOf = (id: string, contents: Contents): Known<Buffer> =>
  isNone(id) ? known(NOTHING) : (contents.get(id) ?? unknown(UNREAD));

function whyLineless({ oldMode, newMode }: RawChange): string | null {
  if (oldMode === "160000" || newMode === "160000") return SUBMODULE;
  return oldMode === "120000" || newMode === "120000" ? LINK : null;
}
