import type { ClusterWordView } from "#/lib/contract/clusters.ts";

/** What is marked on a word that shapes no cluster in view; null for one that does. While words are judged by, it may be one of them. */
export function sayEffect(
  { shapes }: Pick<ClusterWordView, "shapes">,
  judging: boolean,
): string | null {
  if (shapes) return null;
  return judging ? "being judged" : "without effect here";
}
