import { beforeAll, describe, expect, test } from "vitest";
import { db } from "./db.ts";
import { editedMigrations, migrate, pendingSql } from "./migrate/migrate.ts";

const url = () => process.env.DATABASE_URL ?? "";

describe("migrations", () => {
  test("a migrated database has nothing left to apply", async () => {
    expect(await migrate(url())).toEqual([]);
  });

  test("the migrations make exactly the schema that is written, and none was edited afterwards", async () => {
    expect(await pendingSql(url())).toBe("");
    expect(await editedMigrations(url())).toEqual([]);
  });
});

describe("what the database itself refuses", () => {
  let programId: number;
  let actorId: number;
  beforeAll(async () => {
    const program = await db.program.create({
      data: { slug: "rules", name: "Rules", fixesSince: new Date("2026-01-01") },
    });
    programId = program.id;
    actorId = (await db.actor.create({ data: { kind: "person", name: "operator", roles: [] } })).id;
  });

  const parts = { covered: 1, gap: 1, waived: 0, unknown: 0 };

  test("S30 a tally whose parts do not add up", async () => {
    const tally = { programId, repositoryId: 1, population: "fix", measure: "tested", ...parts };
    await expect(db.repositoryTally.create({ data: { ...tally, inScope: 3 } })).rejects.toThrow(
      /identity/,
    );
    await db.repositoryTally.create({ data: { ...tally, inScope: 2 } });
  });

  test("S30 a tally with a part below zero", async () => {
    const tally = { programId, repositoryId: 2, population: "fix", measure: "tested" };
    const below = { inScope: 1, covered: 2, gap: -1, waived: 0, unknown: 0 };
    await expect(db.repositoryTally.create({ data: { ...tally, ...below } })).rejects.toThrow(
      /identity/,
    );
  });

  test("a day whose parts do not add up", async () => {
    const day = { programId, measure: "tested", day: new Date("2026-06-12"), inScope: 1, ...parts };
    await expect(db.dailyCount.create({ data: day })).rejects.toThrow(/identity/);
  });

  test("a cluster whose parts do not add up, or that nobody drew", async () => {
    const cluster = {
      programId,
      measure: "tested",
      key: "k",
      name: "k",
      why: "k",
      topics: [],
      named: 0,
    };
    const shape = { origin: "rule", parts: [], pinned: false, repeated: [], words: [] };
    const flags = { architecture: false, recurring: false, inScope: 1 };
    const row = { ...cluster, ...flags, ...parts, ...shape };
    await expect(db.cluster.create({ data: row })).rejects.toThrow(/identity/);
    const whole = { ...row, inScope: 2 };
    await expect(db.cluster.create({ data: { ...whole, origin: "rumour" } })).rejects.toThrow(
      /cluster_origin/,
    );
    await db.cluster.create({ data: whole });
  });

  test("an audit of a repository whose parts do not add up", async () => {
    const counts = { merged: 5, fixes: 1, excluded: 1, unclassified: 1, direct: 0 };
    const audit = { programId, repositoryId: 1, ...counts, assessedAt: new Date() };
    await expect(db.repositoryAudit.create({ data: audit })).rejects.toThrow(/identity/);
  });

  test("an audit that neither counts the fixes without a pull request nor says why", async () => {
    const counts = { merged: 3, fixes: 1, excluded: 1, unclassified: 1 };
    const audit = { programId, repositoryId: 1, ...counts, assessedAt: new Date() };
    await expect(db.repositoryAudit.create({ data: audit })).rejects.toThrow(/direct/);
  });

  test("a decision that is changed, deleted or emptied", async () => {
    const decision = { at: new Date(), actorId, verb: "gap.claim", subject: "GAP-1" };
    const { id } = await db.decision.create({ data: decision });
    await expect(db.decision.update({ where: { id }, data: { verb: "other" } })).rejects.toThrow(
      /append-only/,
    );
    await expect(db.decision.delete({ where: { id } })).rejects.toThrow(/append-only/);
    await expect(db.$executeRaw`truncate decision`).rejects.toThrow(/append-only/);
    expect(await db.decision.count()).toBe(1);
  });

  test.each([
    ["a word on a fix that is none", { subject: "fix", key: "1", value: "maybe" }],
    ["a pull request without a number", { subject: "fix", key: "one", value: "fix" }],
    ["a kind of test that is none", { subject: "test_kind", key: "a/**", value: "smoke" }],
    ["another subject", { subject: "rung", key: "1", value: "fix" }],
    ["a word without a reason", { subject: "fix", key: "1", value: "fix", reason: " " }],
  ])("an override with %s", async (_what, data) => {
    const key = { at: new Date(), actorId, programId, repositoryId: 1, reason: "because" };
    await expect(db.override.create({ data: { ...key, ...data } })).rejects.toThrow(
      /override_(value|reason)/,
    );
  });

  test("an override that is changed, deleted or emptied", async () => {
    const word = { subject: "fix", key: "1", value: "fix", reason: "because" };
    const data = { at: new Date(), actorId, programId, repositoryId: 1, ...word };
    const { id } = await db.override.create({ data });
    const change = db.override.update({ where: { id }, data: { value: "not_fix" } });
    await expect(change).rejects.toThrow(/append-only/);
    await expect(db.override.delete({ where: { id } })).rejects.toThrow(/append-only/);
    await expect(db.$executeRaw`truncate "override"`).rejects.toThrow(/append-only/);
  });

  test("a claim that ends before it starts", async () => {
    const item = await db.item.create({ data: { programId, kind: "fix", naturalKey: "fix:1:1" } });
    const at = new Date("2026-06-12T00:00:00Z");
    const claim = { itemId: item.id, actorId, grantedAt: at, expiresAt: at };
    await expect(db.claim.create({ data: claim })).rejects.toThrow(/claim_ends_after_it_starts/);
  });

  test.each([
    ["with a text and a reason", { patch: "@@", why: "gone" }],
    ["with neither", {}],
  ])("a patch %s", async (_what, data) => {
    const source = await db.source.create({
      data: { name: JSON.stringify(data), kind: "git", url: "/" },
    });
    const { id: repositoryId } = await db.repository.create({
      data: { sourceId: source.id, externalId: "1", fullName: "a/b", defaultBranch: "main" },
    });
    const at = new Date("2026-06-12T00:00:00Z");
    const key = { repositoryId, number: 1 };
    const common = { title: "", state: "merged", labels: [], baseRef: "main", createdAt: at };
    await db.pullRequest.create({ data: { ...key, ...common, externalId: "1", updatedAt: at } });
    await db.changedFile.create({ data: { ...key, path: "a", status: "added" } });
    await expect(db.filePatch.create({ data: { ...key, path: "a", ...data } })).rejects.toThrow(
      /file_patch_text_or_reason/,
    );
    await db.filePatch.create({ data: { ...key, path: "a", patch: "" } });
  });

  test.each([
    ["neither a text nor a reason", {}],
    ["both", { text: "a", why: "b" }],
  ])("a file that a gate runs by with %s", async (_what, data) => {
    const key = { repositoryId: 1, path: `Makefile of ${JSON.stringify(data)}` };
    await expect(db.sourceFile.create({ data: { ...key, ...data } })).rejects.toThrow(
      /source_file_text_or_reason/,
    );
  });

  test("a check in a state that no forge has", async () => {
    const key = { repositoryId: 1, sha: "a1" };
    await db.commitChecks.create({ data: { ...key, settled: true } });
    const check = { ...key, context: "ci", at: new Date() };
    await expect(db.check.create({ data: { ...check, state: "green" } })).rejects.toThrow(
      /check_state/,
    );
    await db.check.create({ data: { ...check, state: "success" } });
  });

  test.each([
    ["of another kind", { verb: "paint" }, /cluster_word_verb/],
    ["that takes nothing back", { verb: "take_back" }, /cluster_word_takes_back/],
    ["that takes back what it must not", { verb: "pin", takesBack: 1 }, /cluster_word_takes_back/],
    [
      "that takes back a later one",
      { verb: "take_back", takesBack: 9999 },
      /cluster_word_takes_back/,
    ],
  ])("a word on clusters %s", async (_what, data, rule) => {
    const word = { at: new Date(), actorId, programId, value: {} };
    await db.clusterWord.create({ data: { ...word, verb: "pin" } });
    await expect(db.clusterWord.create({ data: { ...word, ...data } })).rejects.toThrow(rule);
  });

  test.each([
    ["of another kind", { verb: "paint", subject: "a" }],
    ["on the order of one piece of work", { verb: "order", subject: "a" }],
    ["on the priority of all", { verb: "priority", subject: "" }],
  ])("a word on the plan %s", async (_what, data) => {
    const word = { at: new Date(), actorId, programId, value: {} };
    await expect(db.planWord.create({ data: { ...word, ...data } })).rejects.toThrow(
      /plan_word_verb/,
    );
    await db.planWord.create({ data: { ...word, verb: "order", subject: "" } });
  });

  test.each([
    ["cluster_word", () => db.clusterWord.create({ data: { ...said(), verb: "pin" } })],
    ["plan_word", () => db.planWord.create({ data: { ...said(), verb: "assign", subject: "a" } })],
  ])("a word in %s that is changed, deleted or emptied", async (table, create) => {
    const { id } = await create();
    const all = [
      `update ${table} set reason = 'other' where id = ${id}`,
      `delete from ${table} where id = ${id}`,
      `truncate ${table}`,
    ];
    for (const change of all)
      await expect(db.$executeRawUnsafe(change)).rejects.toThrow(/append-only/);
  });
  const said = () => ({ at: new Date(), actorId, programId, value: {} });

  test.each([
    ["that closes nothing", { items: [] }],
    ["before the first", { ordinal: -1 }],
  ])("a piece of work %s", async (_what, data) => {
    const work = { programId, measure: "gated", ordinal: 0, kind: "extend", title: "t", why: "w" };
    const row = { ...work, key: JSON.stringify(data), items: [1] };
    await expect(db.work.create({ data: { ...row, ...data } })).rejects.toThrow(
      /work_closes_something/,
    );
    await db.work.create({ data: row });
  });

  test.each([
    ["in a state that is none", { state: "maybe" }],
    ["that is done without a result", { state: "done" }],
    ["that failed without a reason", { state: "failed" }],
    ["that waits and has its result", { state: "waiting", result: {} }],
    ["that waits and has a reason", { state: "waiting", error: "e" }],
    ["with a result and a reason", { state: "done", result: {}, error: "e" }],
  ])("a trial of a policy %s", async (_what, data) => {
    const trial = { programId, actorId, at: new Date(), baseVersion: 1, rules: {} };
    await expect(db.policyTrial.create({ data: { ...trial, ...data } })).rejects.toThrow(
      /policy_trial_state/,
    );
    await db.policyTrial.create({ data: { ...trial, state: "done", result: {} } });
  });

  test("a declared gap of a priority that is none", async () => {
    const gap = { programId, actorId, at: new Date(), repositoryId: 1, title: "t", ordinal: 1 };
    const row = { ...gap, closedBy: [] };
    await expect(db.declaredGap.create({ data: { ...row, priority: "P4" } })).rejects.toThrow(
      /declared_gap_priority/,
    );
    await db.declaredGap.create({ data: { ...row, priority: "P0" } });
  });

  test("a snapshot or a version of a policy that is changed; both go with their program", async () => {
    const of = await db.program.create({
      data: {
        slug: "going",
        name: "Going",
        fixesSince: new Date("2026-01-01"),
        policies: { create: { version: 1, rules: {}, actorId } },
        snapshots: {
          create: { at: new Date(), policyVersion: 1, engineVersion: "1", figures: {} },
        },
      },
    });
    const where = { programId: of.id };
    const later = db.snapshot.updateMany({ where, data: { policyVersion: 2 } });
    await expect(later).rejects.toThrow(/append-only/);
    const rewritten = db.policy.updateMany({ where, data: { rules: { rung: "tested" } } });
    await expect(rewritten).rejects.toThrow(/append-only/);
    await db.program.delete({ where: { id: of.id } });
    expect(await db.snapshot.count({ where })).toBe(0);
    expect(await db.policy.count({ where })).toBe(0);
  });

  test("what the ledger of a sync cannot say: a state, a kind or a reason that is none", async () => {
    const source = await db.source.create({
      data: { name: "rules", kind: "gitea", url: "https://forge.example" },
    });
    const { id: repositoryId } = await db.repository.create({
      data: { sourceId: source.id, externalId: "1", fullName: "a/b", defaultBranch: "main" },
    });
    const [at, ofRepository] = [new Date(), { where: { id: repositoryId } }];
    const refusals: [RegExp, () => Promise<unknown>][] = [
      [
        /sync_run_state/,
        () => db.syncRun.create({ data: { repositoryId, state: "waiting", phase: "pulls" } }),
      ],
      [
        /sync_run_state/,
        () =>
          db.syncRun.create({ data: { repositoryId, state: "done", phase: "", resumesAt: at } }),
      ],
      [
        /review_state/,
        () =>
          db.review.create({ data: { repositoryId, externalId: "1", number: 1, state: "liked" } }),
      ],
      [
        /tombstone_how/,
        () =>
          db.tombstone.create({
            data: { repositoryId, kind: "issue", key: "1", at, how: "moved", last: {} },
          }),
      ],
      [
        /tombstone_how/,
        () =>
          db.tombstone.create({
            data: { repositoryId, kind: "label", key: "1", at, how: "gone", last: {} },
          }),
      ],
      [/touch_kind/, () => db.touch.create({ data: { repositoryId, kind: "wiki", key: "1", at } })],
      [
        /rate_limit_resource/,
        () =>
          db.rateLimit.create({
            data: { sourceId: source.id, credential: "x", resource: "rest", remaining: -1 },
          }),
      ],
      [/repository_lost/, () => db.repository.update({ ...ofRepository, data: { lostAt: at } })],
      [
        /source_trouble/,
        () => db.source.update({ where: { id: source.id }, data: { trouble: "no" } }),
      ],
    ];
    for (const [rule, write] of refusals) await expect(write()).rejects.toThrow(rule);
  });
});
