import type { GateView } from "#/lib/contract/gates.ts";

export type RequiredText = {
  readonly tone: "good" | "bad" | "unknown";
  readonly text: string;
  readonly why: string | null;
};

/** Whether a failing gate stops a merge, in words; the reason stands beside it. */
export function sayRequired({
  required,
  requiredWhy,
}: Pick<GateView, "required" | "requiredWhy">): RequiredText {
  const why = requiredWhy;
  if (required === "direct") return { tone: "good", text: "yes", why };
  if (required === "through") return { tone: "good", text: "yes, through a job", why };
  if (required === "no") return { tone: "bad", text: "no", why };
  return { tone: "unknown", text: "not known", why };
}
