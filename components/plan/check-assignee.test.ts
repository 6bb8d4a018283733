import { expect, test } from "vitest";
import { PlanWordInput } from "#/lib/contract/plan.ts";
import { checkAssignee } from "./check-assignee.ts";

test.each([
  ["nothing", "", "name who has it"],
  ["blanks", " \t ", "name who has it"],
  ["a name", "Zoe", null],
  ["60 signs between blanks", ` ${"n".repeat(60)} `, null],
  ["61 signs", "n".repeat(61), "60 characters at most"],
])("%s is refused where the server refuses it", (_what, name, refused) => {
  expect(checkAssignee(name)).toBe(refused);
  const said = { verb: "assign", subject: "a", value: name };
  expect(PlanWordInput.safeParse({ said }).success).toBe(refused === null);
});
