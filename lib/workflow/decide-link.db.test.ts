import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rebuild } from "#/lib/assess/rebuild.ts";
import { derivedRows } from "#/lib/assess/testing/derived.ts";
import type { Endpoint } from "#/lib/coverage/link/endpoint.ts";
import { change } from "#/lib/fake/change.ts";
import { readItemOrThrow } from "#/lib/read/item.ts";
import { readLinksOrThrow } from "#/lib/read/links.ts";
import { db } from "#/lib/store/db.ts";
import { NOW, readySample, SLUG } from "#/lib/sync/testing/sample.ts";
import { archiveProgram } from "./archive-program.ts";
import { decideLink, type LinkWordInput } from "./decide-link.ts";
import { actor, lastDecision } from "./testing/actors.ts";
import { refusalOf } from "./testing/refusal-of.ts";

const sample = await readySample();
afterAll(() => sample.close());

const engineer = await actor("fleet-engineer", ["engineer"]);
const viewer = await actor("guest", ["viewer"]);
const ctx = { actor: engineer, now: NOW };
const reason = "Its job drives the same path.";

const numbered =
  (kind: "pull" | "issue") =>
  (alias: string, number: number): Endpoint => ({ kind, repositoryId: sample.idOf(alias), number });
const pull = numbered("pull");
const issue = numbered("issue");
const gate = (alias: string, file: string, job: string) =>
  ({
    kind: "gate",
    repositoryId: sample.idOf(alias),
    gate: `.gitea/workflows/${file}.yml:${job}`,
  }) as const;
const API = gate("core", "e2e-api", "api");
const word = { slug: SLUG, relation: "covers", value: "confirm", reason } as const;

const decide = (input: Pick<LinkWordInput, "from" | "to"> & Partial<LinkWordInput>) =>
  decideLink({ ctx, input: { ...word, ...input } });
const readAt = async (alias: string, number: number) => {
  const where = { repositoryId: sample.idOf(alias), number };
  const { id } = await db.item.findFirstOrThrow({ where });
  return readItemOrThrow({ item: id, clock: NOW, actorId: null });
};
const standingAt = async (alias: string, number: number) => {
  const { row, missed, unknownAbove, resolution } = await readAt(alias, number);
  return {
    rung: row.rung,
    verdict: row.verdict,
    missed,
    unknown: unknownAbove?.rung ?? null,
    resolution,
  };
};
/** Every derived row, and every link without its number. */
const everything = async () => [
  ...(await derivedRows()),
  ...(await db.link.findMany({ omit: { id: true } })).map((row) => JSON.stringify(row)).toSorted(),
];
const syncAgain = async () => {
  await sample.syncAll();
  await sample.assess();
};

describe("a gate that a person links to a gap", () => {
  const cases = [
    {
      what: "one that is required lifts it to blocking",
      from: API,
      reached: { rung: "blocking", verdict: "covered", missed: null, unknown: "proven" },
    },
    {
      what: "one of the other repository lifts it as well",
      from: gate("cp", "serving-e2e-keys-ssot", "keys"),
      reached: { rung: "blocking", verdict: "covered", missed: null, unknown: "proven" },
    },
    {
      what: "one that succeeds and that the branch does not require lifts it to executed",
      from: gate("core", "e2e-chat", "chat"),
      reached: { rung: "executed", verdict: "gap", missed: "blocking", unknown: null },
    },
    {
      what: "one that runs on no pull request lifts it to tested",
      from: gate("core", "e2e-staging-saas", "saas"),
      reached: { rung: "tested", verdict: "gap", missed: "gated", unknown: null },
    },
    {
      what: "one that is masked lifts it to tested",
      from: gate("core", "e2e-peer-visibility", "peers"),
      reached: { rung: "tested", verdict: "gap", missed: "gated", unknown: null },
    },
    {
      what: "one of unit tests lifts it to tested",
      from: gate("core", "ci", "go"),
      reached: { rung: "tested", verdict: "gap", missed: "gated", unknown: null },
    },
  ] as const;
  let numbers: readonly number[] = [];
  let before: readonly string[] = [];
  const judging: boolean[] = [];
  const ends = (at: number) => ({
    from: cases[at]?.from ?? API,
    to: pull("core", numbers[at] ?? 0),
  });

  beforeAll(async () => {
    const repositoryId = sample.idOf("core");
    const { contexts } = await db.protection.findFirstOrThrow({ where: { repositoryId } });
    const rest = contexts.filter((context) => !context.startsWith("e2e-chat /"));
    await db.protection.updateMany({ where: { repositoryId }, data: { contexts: rest } });
    await sample.assess();
    before = await everything();
    const gaps = await db.standing.findMany({
      where: { population: "fix", missed: "tested", item: { repositoryId } },
      include: { item: true },
      orderBy: { itemId: "asc" },
      take: cases.length,
    });
    numbers = gaps.map(({ item }) => item.number ?? 0);
    for (const at of cases.keys()) await decide(ends(at));
    judging.push((await readLinksOrThrow({ slug: SLUG, page: 1 })).judging);
    await sample.assess();
    judging.push((await readLinksOrThrow({ slug: SLUG, page: 1 })).judging);
  });

  test("is told to be judged until an assessment knows of it", () => {
    expect(new Set(numbers).size).toBe(cases.length);
    expect(judging).toEqual([true, false]);
  });

  const placed = cases.map((each, at) => ({ ...each, at }));
  test.each(placed)("$what", async ({ at, from, reached }) => {
    const number = numbers[at] ?? 0;
    expect(await standingAt("core", number)).toEqual({ ...reached, resolution: null });
    const view = await readAt("core", number);
    const own = view.evidence.filter(({ rule }) => rule === "gate-linked");
    expect(own).toMatchObject([{ gate: from.gate, note: expect.stringContaining(from.gate) }]);
    expect(view.verdicts).toContainEqual({ measure: "tested", verdict: "covered" });
    expect(view.verdicts).toContainEqual({ measure: "has_test@1", verdict: "gap" });
    expect(view.links).toMatchObject([
      {
        from: { end: from },
        relation: "covers",
        certainty: "certain",
        asks: false,
        decided: { value: "confirm", reason, actor: "fleet-engineer" },
      },
    ]);
    expect(view.activity.map(({ verb, actor: by }) => [verb, by])).toEqual([
      ["link.confirm", "fleet-engineer"],
    ]);
  });

  test("survives a rebuild and a resync, and taken back all is as it was", async () => {
    const linked = await everything();
    for (const again of [() => rebuild(NOW), sample.assess]) {
      await again();
      expect(await everything()).toEqual(linked);
    }
    for (const at of cases.keys()) await decide({ ...ends(at), value: null });
    expect((await lastDecision()).verb).toBe("link.by_rules");
    await sample.assess();
    expect(await everything()).toEqual(before);
    await decide(ends(0));
    await syncAgain();
    expect(await standingAt("core", numbers[0] ?? 0)).toMatchObject({ rung: "blocking" });
    await decide({ ...ends(0), value: null });
    await sample.assess();
  });
});

describe("a link that a text says", () => {
  const said = { from: pull("core", 2621), to: pull("core", 2589) };
  const linksOfBoth = async () =>
    (await readAt("core", 2589)).links.filter(({ from }) => from.label === "core#2621");

  test("a person rejects it: it goes away and does not come back, whatever is read again; taken back all is as it was", async () => {
    const before = await everything();
    expect(await standingAt("core", 2589)).toMatchObject({ rung: "blocking", verdict: "covered" });
    await decide({ ...said, value: "reject" });
    const readAnew = async () => {
      const [from] = sample.core.pulls.filter(({ number }) => number === 2621);
      if (!from) throw new Error("The sample has no such pull request.");
      from.body = `${from.body}\n\nOnce more: this covers #2589.\n`;
      const place = { store: sample.store, repository: sample.core, number: 2621 };
      change.retitle(place, from.title);
      await syncAgain();
      const where = { repositoryId: sample.idOf("core"), number: 2621 };
      const held = await db.pullRequest.findFirstOrThrow({ where });
      expect(held.body).toContain("Once more");
    };
    const body = sample.core.pulls.find(({ number }) => number === 2621)?.body ?? "";
    for (const again of [sample.assess, syncAgain, readAnew, () => rebuild(NOW)]) {
      await again();
      expect(await linksOfBoth()).toEqual([]);
      expect(await standingAt("core", 2589)).toMatchObject({
        rung: "none",
        verdict: "gap",
        missed: "tested",
        unknown: null,
      });
    }
    expect((await readAt("core", 2589)).activity.map(({ verb }) => verb)).toEqual(["link.reject"]);
    await decide({ ...said, value: null });
    await db.pullRequest.updateMany({
      where: { repositoryId: sample.idOf("core"), number: 2621 },
      data: { body },
    });
    await sample.assess();
    expect(await everything()).toEqual(before);
    expect(await linksOfBoth()).toMatchObject([{ relation: "covers", decided: null }]);
  });

  test("only as likely it lifts nothing and waits for a person; confirmed it lifts as if it were certain, and nobody is asked any more", async () => {
    const certain = await standingAt("core", 2589);
    const asked = (await readLinksOrThrow({ slug: SLUG, page: 1 })).total;
    const where = { repositoryId: sample.idOf("core"), number: 2621 };
    const { body } = await db.pullRequest.findFirstOrThrow({ where });
    await db.pullRequest.updateMany({ where, data: { body: "Only a list names what it covers." } });
    await sample.assess();
    expect(await linksOfBoth()).toMatchObject([
      { relation: "covers", certainty: "likely", asks: true },
    ]);
    expect((await readLinksOrThrow({ slug: SLUG, page: 1 })).total).toBe(asked + 1);
    expect(await standingAt("core", 2589)).toMatchObject({ rung: "none", verdict: "unknown" });
    await decide(said);
    await sample.assess();
    expect((await linksOfBoth()).map(({ asks }) => asks)).toEqual([false]);
    expect((await readLinksOrThrow({ slug: SLUG, page: 1 })).total).toBe(asked);
    expect(await standingAt("core", 2589)).toEqual(certain);
    await decide({ ...said, value: null });
    await db.pullRequest.updateMany({ where, data: { body } });
    await sample.assess();
  });
});

describe("an issue", () => {
  const incident = issue("core", 2610);
  const keys = gate("cp", "serving-e2e-keys-ssot", "keys");
  const note = "It asks the proxy; the credential that an agent gets is never used.";

  test("S07 S08 with a gate that is linked and not enough it is GATE_INSUFFICIENT with the note, a gap, and stays so", async () => {
    const open = await standingAt("core", 2610);
    expect(open).toMatchObject({ resolution: "OPEN", verdict: "gap" });
    await decide({ from: keys, to: incident, value: "insufficient", reason: note });
    for (const again of [sample.assess, syncAgain, () => rebuild(NOW)]) {
      await again();
      expect(await standingAt("core", 2610)).toEqual({ ...open, resolution: "GATE_INSUFFICIENT" });
      expect((await readAt("core", 2610)).links).toMatchObject([
        { from: { end: keys }, decided: { value: "insufficient", reason: note } },
      ]);
    }
    const more = "Nor does it know a key that was replaced.";
    await decide({ from: keys, to: incident, value: "insufficient", reason: more });
    await sample.assess();
    expect((await readAt("core", 2610)).links.map(({ decided }) => decided?.reason)).toEqual([
      more,
    ]);
    await decide({ from: keys, to: incident, value: null });
    await sample.assess();
    expect(await standingAt("core", 2610)).toEqual(open);
  });

  test("S03 a gate alone leaves it open, a repair alone is not gated, both resolve it, and a gate below the policy's rung does not", async () => {
    const patch = { from: pull("core", 2621), to: incident, relation: "closes" } as const;
    const gated = { from: API, to: incident };
    const steps = [
      [gated, "OPEN", "gap", "none"],
      [patch, "RESOLVED", "covered", "blocking"],
      [{ ...gated, value: null }, "PATCHED_NOT_GATED", "gap", "none"],
      [{ from: gate("core", "ci", "go"), to: incident }, "PATCHED_NOT_GATED", "gap", "tested"],
    ] as const;
    for (const [step, resolution, verdict, rung] of steps) {
      await decide(step);
      await sample.assess();
      expect(await standingAt("core", 2610)).toMatchObject({ resolution, verdict, rung });
    }
    await decide({ ...patch, value: null });
    await decide({ from: gate("core", "ci", "go"), to: incident, value: null });
    await sample.assess();
  });
});

describe("what is refused leaves no word and no decision", () => {
  const to = pull("core", 2589);
  const refused = (tried: () => Promise<unknown>) =>
    refusalOf(tried, () => Promise.all([db.linkWord.count(), db.decision.count()]));
  const left = [0, 0];

  test.each([
    ["a pull request that is not there", { to: pull("core", 999_999) }],
    ["an issue that is not there", { to: issue("core", 999_999) }],
    ["an issue under the number of a pull request", { to: issue("core", 2589) }],
    ["a pull request under the number of an issue", { to: pull("core", 2610) }],
    ["a gap that is not there", { to: { kind: "gap", number: 999_999 } }],
    ["a repository of no program", { to: { kind: "pull", repositoryId: 999_999, number: 2589 } }],
    ["a job that is not there", { from: gate("core", "e2e-api", "absent") }],
    ["a file that is not there", { from: gate("core", "absent", "api") }],
    ["a gate of the other repository", { from: gate("cp", "e2e-api", "api") }],
    ["a name that is no gate's", { from: { ...API, gate: "e2e-api" } }],
    ["a program that is not there", { slug: "absent" }],
  ] as const)("%s is not found", async (_what, more) => {
    expect(await refused(() => decide({ from: API, to, ...more }))).toMatchObject({
      code: "not_found",
      left,
    });
  });

  test.each([
    ["a gate that closes", { relation: "closes" }, /repairs nothing/],
    ["a link that leads to a gate", { to: gate("core", "ci", "go") }, /leads to an issue/],
    ["a link to itself", { from: to }, /not to itself/],
    [
      "a repair that is not enough",
      { from: pull("core", 2621), relation: "closes", value: "insufficient" },
      /Only what covers/,
    ],
    ["a mention that is not enough", { relation: "refs", value: "insufficient" }, /Only what cov/],
  ] as const)("%s is invalid", async (_what, more, said) => {
    const message = expect.stringMatching(said);
    expect(await refused(() => decide({ from: API, to, ...more }))).toMatchObject({
      code: "invalid",
      message,
      left,
    });
  });

  test.each(["confirm", "reject"] as const)(
    "the same word again is a conflict: %s",
    async (value) => {
      await decide({ from: API, to, value });
      const again = { from: API, to, value, reason: "Another reason." };
      const message = expect.stringContaining(value);
      expect(await refused(() => decide(again))).toMatchObject({
        code: "conflict",
        message,
        left,
      });
      await decide({ from: API, to, value: null });
      expect(await refused(() => decide({ from: API, to, value: null }))).toMatchObject({
        code: "conflict",
        message: expect.stringMatching(/nothing to take back/),
        left,
      });
    },
  );

  test("two who say the same at once leave one word and one conflict", async () => {
    const before = await db.linkWord.count();
    const both = await Promise.allSettled([decide({ from: API, to }), decide({ from: API, to })]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await db.linkWord.count()).toBe(before + 1);
    await decide({ from: API, to, value: null });
  });

  test("whoever only looks is refused", async () => {
    const input = { ...word, from: API, to };
    expect(
      await refused(() => decideLink({ ctx: { actor: viewer, now: NOW }, input })),
    ).toMatchObject({ code: "forbidden", left });
  });

  test("in an archived program nothing is decided", async () => {
    await archiveProgram({ ctx: sample.ctx, input: { slug: SLUG } });
    expect(await refused(() => decide({ from: API, to }))).toMatchObject({
      code: "conflict",
      left,
    });
  });
});
