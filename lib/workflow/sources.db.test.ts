import { describe, expect, test } from "vitest";
import { db } from "#/lib/store/db.ts";
import { loadSource } from "#/lib/store/load-source.ts";
import { addSource } from "./add-source.ts";
import { editSource } from "./edit-source.ts";
import { nameOperator } from "./name-operator.ts";
import { actor, lastDecision } from "./testing/actors.ts";
import { wholeDatabase } from "./testing/whole-database.ts";

const NOW = new Date("2026-06-12T18:00:00Z");
const admin = { actor: await actor("admin-person", ["admin"]), now: NOW };
const manager = { actor: await actor("program-manager", ["program_manager"]), now: NOW };
const probe = { version: "1.27.0", limits: ["one limit"] };
const TOKEN = "gto_9f2c41e6b7a84d53";

describe("adding a source", () => {
  test("stores what it answered and leaves a decision", async () => {
    const input = { name: "forge", kind: "gitea" as const, url: "https://f", token: TOKEN, probe };
    const id = await addSource({ ctx: admin, input });
    expect(await db.source.findUnique({ where: { id } })).toMatchObject({
      name: "forge",
      probe,
      probedAt: NOW,
    });
    expect(await lastDecision()).toMatchObject({
      verb: "source.add",
      subject: "source:forge",
      after: { kind: "gitea", url: "https://f", hasToken: true },
    });
    expect((await loadSource(id)).token).toBe(TOKEN);
  });

  test("its token is nowhere in the database in the clear, nor in base64 or hexadecimal", async () => {
    const everything = await wholeDatabase();
    expect(everything).toContain("https://f");
    for (const form of ["utf8", "base64", "base64url", "hex"] as const)
      expect(everything).not.toContain(Buffer.from(TOKEN).toString(form).replaceAll("=", ""));
  });

  test("one without a token has none", async () => {
    const input = { name: "clone", kind: "git" as const, url: "/tmp/x", probe };
    const id = await addSource({ ctx: admin, input });
    expect(await loadSource(id)).toEqual({ kind: "git", url: "/tmp/x", token: undefined });
  });

  test("a name that is taken is a conflict, at once with another too, and a manager is refused", async () => {
    const input = { name: "forge", kind: "gitea" as const, url: "https://g", probe };
    await expect(addSource({ ctx: admin, input })).rejects.toMatchObject({
      code: "conflict",
      message: "There is a source named forge already. Choose another name.",
    });
    const both = await Promise.allSettled(
      [1, 2, 3].map(() => addSource({ ctx: admin, input: { ...input, name: "raced" } })),
    );
    const lost = both.filter((result) => result.status === "rejected");
    expect(lost).toHaveLength(2);
    for (const { reason } of lost) expect(reason).toMatchObject({ code: "conflict" });
    const refused = addSource({ ctx: manager, input: { ...input, name: "third" } });
    await expect(refused).rejects.toMatchObject({ code: "forbidden" });
    expect(await db.source.count({ where: { name: "third" } })).toBe(0);
  });

  test("under another key a stored token is an error that says what to do, not a wrong token", async () => {
    const { id } = await db.source.findFirstOrThrow({ where: { name: "forge" } });
    const key = process.env["GATELINE_KEY"] ?? "";
    process.env["GATELINE_KEY"] = "0".repeat(64);
    await expect(loadSource(id)).rejects.toMatchObject({
      code: "failed",
      message: expect.stringMatching(/cannot be decrypted.*Restore GATELINE_KEY/),
    });
    process.env["GATELINE_KEY"] = key;
    expect((await loadSource(id)).token).toBe(TOKEN);
  });
});

describe("giving a source another token", () => {
  test("replaces the sealed one, says so in a decision without it, and keeps the repositories", async () => {
    const { id } = await db.source.findFirstOrThrow({ where: { name: "forge" } });
    const fact = { externalId: "7", fullName: "a/b", defaultBranch: "main", url: null };
    const repository = await db.repository.create({ data: { sourceId: id, ...fact } });
    const token = "gto_the-new-one";
    await editSource({
      ctx: admin,
      input: { id, token, probe: { version: "1.28.0", limits: [] } },
    });
    expect((await loadSource(id)).token).toBe(token);
    expect(await db.source.findUniqueOrThrow({ where: { id } })).toMatchObject({
      probe: { version: "1.28.0", limits: [] },
    });
    expect(await lastDecision()).toMatchObject({ verb: "source.token", subject: "source:forge" });
    expect(await wholeDatabase()).not.toContain(token);
    expect(await db.repository.findUnique({ where: { id: repository.id } })).toMatchObject(fact);
  });

  test("is for admins, and for a source that there is", async () => {
    const input = { id: 999_999, token: "x", probe };
    await expect(editSource({ ctx: manager, input })).rejects.toMatchObject({ code: "forbidden" });
    await expect(editSource({ ctx: admin, input })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("naming the operator", () => {
  test("two first names at once make one operator, and the later renames it", async () => {
    const both = await Promise.all(
      ["first-operator", "second-operator"].map((name) => nameOperator({ name, now: NOW })),
    );
    const operators = await db.actor.findMany({ where: { roles: { has: "operator" } } });
    expect(operators).toHaveLength(1);
    expect(new Set(both.map(({ id }) => id)).size).toBe(1);
    expect(await db.decision.count({ where: { verb: "operator.name" } })).toBe(2);
  });

  test("a new name keeps the actor and its decisions, with the name before", async () => {
    const { id, name } = await db.actor.findFirstOrThrow({ where: { roles: { has: "operator" } } });
    expect(await nameOperator({ name: "Wes", now: NOW })).toMatchObject({ id, name: "Wes" });
    expect(await lastDecision()).toMatchObject({
      verb: "operator.name",
      actorId: id,
      before: { name },
      after: { name: "Wes" },
    });
  });

  test("the name of somebody else is a conflict", async () => {
    await expect(nameOperator({ name: "program-manager", now: NOW })).rejects.toMatchObject({
      code: "conflict",
      message: "The name program-manager is taken. Choose another one.",
    });
  });
});
