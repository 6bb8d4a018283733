import { expect, test } from "vitest";
import { ForgeError } from "../forge-error.ts";
import type { Place } from "./ask-repository.ts";
import { readProtection } from "./read-protection.ts";

const RULE = {
  type: "required_status_checks",
  ruleset_id: 7,
  parameters: { required_status_checks: [{ context: "ci / unit" }] },
};
const BY_RULES = {
  known: true,
  value: { checksRequired: true, contexts: ["ci / unit"], approvals: 0, bypass: null },
};
const UNREADABLE = { known: false, why: expect.stringMatching(/right administration:read/) };

const refused = new ForgeError("forbidden", "Resource not accessible", { status: 403 });
const hidden = new ForgeError("not_found", "Not Found", { status: 404 });
const none = new ForgeError("not_found", "Branch not protected", { status: 404 });

type Told = { branch: object; rules?: readonly object[]; classic?: ForgeError };

/** A forge that tells so much of a branch, and of no ruleset who may pass it. */
function telling({ branch, rules = [], classic = hidden }: Told): Place {
  const answers: readonly (readonly [RegExp, unknown])[] = [
    [/\/branches\/main$/, { commit: { sha: "5".repeat(40) }, ...branch }],
    [/\/rules\/branches\/main\?/, rules],
    [/\/rulesets\/7$/, {}],
    [/\/branches\/main\/protection$/, classic],
  ];
  const get = async (path: string) => {
    const body = answers.find(([pattern]) => pattern.test(path))?.[1] ?? hidden;
    if (body instanceof ForgeError) throw body;
    return { status: 200, body, headers: new Headers() };
  };
  const ask = () => Promise.reject(new Error("asked for something else"));
  return { api: { get, ask, requests: () => 0 }, owner: "o", name: "r", path: "/repos/o/r" };
}

const CLASSIC = { enabled: true, required_status_checks: { contexts: ["ci / e2e"] } };

test.each<[string, Told, object]>([
  [
    "a protection of its own that may not be read is unknown, with the right to give",
    { branch: { protected: true, protection: CLASSIC }, classic: refused },
    UNREADABLE,
  ],
  [
    "so it is for a token that hears of nothing at all",
    { branch: { protected: true, protection: CLASSIC }, classic: hidden },
    UNREADABLE,
  ],
  [
    "rulesets beside it do not stand for the whole",
    { branch: { protected: true, protection: CLASSIC }, rules: [RULE], classic: refused },
    UNREADABLE,
  ],
  [
    "without one the rulesets are known, though the branch itself is not protected",
    { branch: { protected: false, protection: { enabled: false } }, rules: [RULE] },
    BY_RULES,
  ],
  [
    "and where the forge says nothing more of it",
    { branch: { protected: false }, rules: [RULE], classic: refused },
    BY_RULES,
  ],
  [
    "rulesets that protect it alone are known to everybody",
    { branch: { protected: true, protection: { enabled: false } }, rules: [RULE] },
    BY_RULES,
  ],
  [
    "and to an administrator where the forge does not say that it is they alone",
    { branch: { protected: true }, rules: [RULE], classic: none },
    BY_RULES,
  ],
  ["nothing at all is null", { branch: { protected: false } }, { known: true, value: null }],
])("%s", async (_what, told, expected) => {
  expect(await readProtection(telling(told), "main")).toEqual(expected);
});
