import { describe, expect, test } from "vitest";
import { change } from "#/lib/fake/change.ts";
import type { FakeProtection } from "#/lib/fake/store.ts";
import { CORE, servedCore } from "./testing/served-core.ts";
import { toldForge } from "./testing/told-forge.ts";

const RULES = "GET /repos/{owner}/{repo}/branch_protections";

describe("what a branch demands", () => {
  test("S57 is known in full to an administrator's token", async () => {
    await using place = await servedCore();
    expect(await place.forge.protection(CORE, "main")).toEqual({
      known: true,
      value: {
        checksRequired: true,
        contexts: place.core.branches[0]?.protection?.contexts,
        approvals: 1,
        bypass: true,
      },
    });
  });

  test("is known to everybody else but for who may merge past it, and that is not asked", async () => {
    await using place = await servedCore();
    place.store.admins = [];
    const found = await place.forge.protection(CORE, "main");
    expect(found).toMatchObject({ known: true, value: { checksRequired: true, bypass: null } });
    expect(place.served.requests.count(RULES)).toBe(0);
    const path = `${place.served.url}/api/v1/repos/${CORE}/branch_protections`;
    expect((await fetch(path)).status).toBe(403);
  });

  test("is null on a branch that is not protected, and known again once it is", async () => {
    await using place = await servedCore();
    change.unprotect(place.core);
    expect(await place.forge.protection(CORE, "main")).toEqual({ known: true, value: null });
    change.requireContexts(place.core, ["ci / *"]);
    expect(await place.forge.protection(CORE, "main")).toMatchObject({
      value: { checksRequired: true, contexts: ["ci / *"] },
    });
  });

  test("is no context where checks are switched off, though the forge keeps the names", async () => {
    await using place = await servedCore();
    change.protect(place.core, { checksRequired: false });
    expect(place.core.branches[0]?.protection?.contexts).not.toEqual([]);
    expect(await place.forge.protection(CORE, "main")).toMatchObject({
      value: { checksRequired: false, contexts: [], approvals: 1 },
    });
  });

  test.each<[string, Partial<FakeProtection>, boolean]>([
    ["administrators are not bound", {}, true],
    ["administrators are bound", { blocksAdmins: true }, false],
    ["somebody is on the list", { blocksAdmins: true, bypassers: ["cr2"] }, true],
    ["the list is empty", { blocksAdmins: true, bypassers: [] }, false],
    ["the rule is a pattern", { rule: "ma*", blocksAdmins: true }, false],
  ])("S59 somebody may merge past it or not: %s", async (_what, rule, bypass) => {
    await using place = await servedCore();
    change.protect(place.core, rule);
    expect(await place.forge.protection(CORE, "main")).toMatchObject({ value: { bypass } });
  });
});

describe("what cannot be read", () => {
  test("is unknown for a branch that is not there", async () => {
    await using place = await servedCore();
    expect(await place.forge.protection(CORE, "release/none")).toEqual({
      known: false,
      why: expect.stringMatching(/no branch release\/none/),
    });
  });

  test("is unknown and not unprotected where the token may not see the branch", async () => {
    await using place = await servedCore({ faults: () => ({ kind: "status", status: 403 }) });
    expect(await place.forge.protection(CORE, "main")).toEqual({
      known: false,
      why: expect.stringMatching(/may not read the code.*Give it read:repository/),
    });
  });

  test("is an error where the forge fails, which says nothing", async () => {
    await using place = await servedCore({ faults: () => ({ kind: "status", status: 502 }) });
    await expect(place.forge.protection(CORE, "main")).rejects.toMatchObject({ status: 502 });
  });

  test("who may merge past it is null where the rules are refused all the same", async () => {
    await using place = await servedCore({
      faults: ({ endpoint }) => (endpoint === RULES ? { kind: "status", status: 403 } : null),
    });
    expect(await place.forge.protection(CORE, "main")).toMatchObject({
      known: true,
      value: { checksRequired: true, bypass: null },
    });
  });
});

const branch = {
  commit: { id: "a" },
  protected: true,
  enable_status_check: true,
  status_check_contexts: null,
  required_approvals: 2,
  effective_branch_protection_name: "main",
};

test.each([
  [{ apply_to_admins: true }, false],
  [{ apply_to_admins: false }, true],
  [{}, true],
])("a forge whose rule has %j lets somebody past it: %s", async (rule, bypass) => {
  await using told = await toldForge(20, ({ pathname }) =>
    pathname.endsWith("/branch_protections")
      ? { body: [{ rule_name: "other" }, { rule_name: "main", ...rule }] }
      : { body: branch },
  );
  expect(await told.forge.protection("a/b", "x y/ü")).toEqual({
    known: true,
    value: { checksRequired: true, contexts: [], approvals: 2, bypass },
  });
  expect(told.asked[0]).toBe("/repos/a/b/branches/x%20y/%C3%BC");
});
