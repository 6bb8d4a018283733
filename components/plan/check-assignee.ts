import { ASSIGNEE_MAX } from "#/lib/contract/plan.ts";

/** What is wrong with the name of whoever is to have a piece of work; null where nothing is. */
export function checkAssignee(name: string): string | null {
  if (name.trim() === "") return "name who has it";
  return name.trim().length > ASSIGNEE_MAX ? `${ASSIGNEE_MAX} characters at most` : null;
}
