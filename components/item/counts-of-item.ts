import type { ItemView } from "#/lib/contract/item.ts";
import type { CountsAs } from "#/lib/contract/merged.ts";
import { decidingStep } from "../step/deciding-step.ts";

/** What a fix counts as by the step that decided; an item that only the audit's own rule counts is excluded. */
export function countsOfItem({ steps, fixKind }: Pick<ItemView, "steps" | "fixKind">): CountsAs {
  const rule = decidingStep(steps)?.rule;
  if (rule === "copy") return "excluded";
  if (rule === "files-unknown") return "unclassified";
  return fixKind === "fix" ? "fix" : "excluded";
}
