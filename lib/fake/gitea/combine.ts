import type { FakeStatusState } from "../store.ts";
import type { Skin } from "./skin.ts";

const worstFirst: readonly FakeStatusState[] = [
  "error",
  "failure",
  "warning",
  "pending",
  "success",
];

/** What the contexts of a commit come to, which no two generations of the forge work out alike; empty where an older one says nothing. */
export function combine(
  skin: Skin,
  rows: readonly { state: FakeStatusState }[],
): FakeStatusState | "" {
  const states = rows.map(({ state }) => state);
  if (!skin.isGitea(25)) {
    const worst = worstFirst.find((state) => states.includes(state)) ?? "";
    return worst === "error" ? "failure" : worst;
  }
  if (states.length === 0) return skin.isGitea(26) ? "pending" : "";
  const isBad = skin.isGitea(26) ? /^(error|failure|warning)$/ : /^(error|failure)$/;
  if (states.some((state) => isBad.test(state))) return "failure";
  return states.includes("pending") ? "pending" : "success";
}
