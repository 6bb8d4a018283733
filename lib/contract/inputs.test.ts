import { describe, expect, test } from "vitest";
import { AddSourceInput } from "./inputs.ts";

const forge = { name: "forge", kind: "gitea", url: "https://forge.example" };

describe("a source is refused with", () => {
  test.each([
    [
      "a clone's folder that depends on where the server runs",
      { ...forge, kind: "git", url: "../x" },
      /whole path/,
    ],
    ["a token with a line break", { ...forge, token: "one\ntwo" }, /sign that no token has/],
    [
      "a token with a letter that no header can carry",
      { ...forge, token: "tök" },
      /sign that no token has/,
    ],
    ["no name", { ...forge, name: " " }, /give the source a name/],
  ])("%s", (_, input, says) => {
    const { error } = AddSourceInput.safeParse(input);
    expect(error?.issues[0]?.message).toMatch(says);
    expect(JSON.stringify(error?.issues)).not.toContain("two");
  });
});

test("a token's own blanks at its ends are left out", () => {
  expect(AddSourceInput.parse({ ...forge, token: " gto_1 \n" }).token).toBe("gto_1");
});
