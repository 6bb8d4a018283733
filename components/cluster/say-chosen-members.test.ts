import { expect, test } from "vitest";
import { sayChosenMembers } from "./say-chosen-members.ts";

const WHOLE =
  "To split, leave something in the cluster; to call all of it something else, rename it.";

test.each([
  [0, 5, "Choose members to move or split them."],
  [0, 0, "Choose members to move or split them."],
  [1, 5, "1 of 5 chosen"],
  [4, 5, "4 of 5 chosen"],
  [5, 5, `5 of 5 chosen. ${WHOLE}`],
  [1, 1, `1 of 1 chosen. ${WHOLE}`],
])("%i of %i members", (chosen, all, said) => {
  expect(sayChosenMembers(chosen, all)).toBe(said);
});
