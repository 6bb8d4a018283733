import { ForgeError } from "../forge-error.ts";
import { type GitCall, streamGit } from "./git.ts";

/** The texts of blobs by their ids, with one process; throws ForgeError when one of them is missing. */
export async function readBlobs(
  directory: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  if (ids.length === 0) return texts;
  const call: GitCall = {
    directory,
    args: ["cat-file", "--batch", "--buffer"],
    input: `${ids.join("\n")}\n`,
  };
  const chunks: Buffer[] = [];
  for await (const chunk of streamGit(call)) chunks.push(chunk);
  const all = Buffer.concat(chunks);
  // Each answer is a line "id type size", then so many bytes and a newline.
  for (let start = 0; start < all.length; ) {
    const end = all.indexOf("\n", start);
    const [id = "", type, size] = all.toString("latin1", start, end).split(" ");
    if (type !== "blob")
      throw new ForgeError("failed", `git has no contents for ${id} in ${directory}.`);
    const body = end + 1;
    texts.set(id, all.toString("utf8", body, body + Number(size)));
    start = body + Number(size) + 1;
  }
  return texts;
}
