/** The kinds of row that can be asked for by an id that tells its kind to nobody but the forge. */
type NodeKind = "R" | "I" | "PR" | "IC" | "PRR" | "LA" | "C" | "U" | "CR" | "SC" | "RR" | "O";

type Parts = readonly (string | number)[];

export function nodeId(kind: NodeKind, ...parts: Parts): string {
  return `${kind}_${Buffer.from(JSON.stringify(parts)).toString("base64url")}`;
}

/** What an id stands for; null where this forge never gave it out. */
export function readNodeId(id: string): { kind: string; parts: Parts } | null {
  const at = id.indexOf("_");
  try {
    const parts: unknown = JSON.parse(Buffer.from(id.slice(at + 1), "base64url").toString("utf8"));
    const isKnown = at > 0 && Array.isArray(parts);
    return isKnown ? { kind: id.slice(0, at), parts: parts as Parts } : null;
  } catch {
    return null;
  }
}
