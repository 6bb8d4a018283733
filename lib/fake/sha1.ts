import { createHash } from "node:crypto";

/** A commit or blob name that is stable for its text. */
export function sha1(text: string): string {
  return createHash("sha1").update(text).digest("hex");
}
