import { afterAll, describe, expect, test } from "vitest";
import { ItemView } from "#/lib/contract/item.ts";
import { MergedFilter } from "#/lib/contract/merged.ts";
import { SourcesView } from "#/lib/contract/sources.ts";
import { db } from "#/lib/store/db.ts";
import { NOW, readySample, SLUG } from "#/lib/sync/testing/sample.ts";
import { claimGap } from "#/lib/workflow/claim-gap.ts";
import { releaseGap } from "#/lib/workflow/release-gap.ts";
import { actor } from "#/lib/workflow/testing/actors.ts";
import { readItemOrThrow } from "./item.ts";
import { readMergedOrThrow } from "./merged.ts";
import { readSources } from "./sources.ts";

const sample = await readySample();
afterAll(() => sample.close());
const kimi = await actor("kimi", ["engineer"]);

const itemOf = async (alias: string, number: number) =>
  (await db.item.findFirstOrThrow({ where: { repositoryId: sample.idOf(alias), number } })).id;
const firstOf = (rung: string) =>
  db.standing.findFirstOrThrow({
    where: { population: "fix", rung },
    orderBy: { itemId: "asc" },
  });
const read = async (item: number) =>
  ItemView.parse(await readItemOrThrow({ item, clock: NOW, actorId: kimi.id }));

describe("one item", () => {
  test("S33 a gap of the deploy family: its verdicts, its files, the cluster it is in", async () => {
    const view = await read(await itemOf("cp", 724));
    expect(view.row).toMatchObject({ alias: "cp", number: 724, verdict: "gap", kind: "fix" });
    expect(view.row.cluster?.key).toBe("deploy-gate");
    expect(view.verdicts.map(({ measure }) => measure)).toHaveLength(7);
    expect(view.verdicts[0]).toEqual({ measure: "has_test@1", verdict: "gap" });
    const pull = sample.cp.pulls.find(({ number }) => number === 724);
    expect(view.files?.map(({ path }) => path)).toEqual(
      pull?.files.map(({ path }) => path).toSorted(),
    );
    expect(view.judgedWith.policyVersion).toBe(1);
  });

  test("an item that reached blocking has evidence of each rung that names a gate of the catalogue, and says what is unknown above", async () => {
    const { itemId } = await firstOf("blocking");
    const view = await read(itemId);
    for (const reached of ["gated", "executed", "blocking"]) {
      const own = view.evidence.filter(({ rung }) => rung === reached);
      expect(own.length).toBeGreaterThan(0);
      for (const { gate, gateId } of own) {
        expect(gate).toMatch(/^\.gitea\/workflows\/.+:.+/);
        expect(await db.gate.count({ where: { id: gateId ?? 0 } })).toBe(1);
      }
    }
    expect(view.missed).toBeNull();
    expect(view.unknownAbove).toEqual({
      rung: "proven",
      missing: expect.stringMatching(/nobody proved it/),
    });
    expect(view.row.verdict).toBe("covered");
  });

  test("where the demands of the branch are refused it stands at executed, its verdict is unknown, and the reason is said", async () => {
    const { itemId } = await firstOf("blocking");
    const where = { stream: "protection" };
    const refusal = "The forge refuses the demands.";
    await db.syncStream.updateMany({ where, data: { refusal } });
    await sample.assess();
    const view = await read(itemId);
    expect(view.row).toMatchObject({ rung: "executed", verdict: "unknown" });
    expect([view.missed, view.unknownAbove]).toEqual([
      null,
      { rung: "blocking", missing: refusal },
    ]);
    await db.syncStream.updateMany({ where, data: { refusal: null } });
    await sample.assess();
    expect((await read(itemId)).row).toMatchObject({ rung: "blocking", verdict: "covered" });
  });

  test("an issue changes no files, and that is said rather than shown as an empty list", async () => {
    const { itemId } = await db.standing.findFirstOrThrow({ where: { population: "issue" } });
    const view = await read(itemId);
    expect([view.files, view.filesWhy]).toEqual([null, "An issue changes no files."]);
    expect([view.resolution, view.row.verdict]).toEqual(["OPEN", "gap"]);
    expect([view.missed, view.unknownAbove]).toEqual(["tested", null]);
  });

  test("a fix that a pushed commit took back names that commit, here and in the list", async () => {
    const { repositoryId, number } = { repositoryId: sample.idOf("cp"), number: 724 };
    const pull = await db.pullRequest.findFirstOrThrow({ where: { repositoryId, number } });
    const sha = "c".repeat(40);
    const key = { repositoryId_sha: { repositoryId, sha } };
    const words = {
      title: `Revert "${pull.title}"`,
      body: `This reverts commit ${pull.mergeSha}.`,
    };
    const committedAt = new Date(NOW.getTime() - 1);
    await db.directCommit.create({ data: { repositoryId, sha, ...words, walk: 1, committedAt } });
    await sample.assess();
    expect((await read(await itemOf("cp", number))).revertedBy).toBe(sha);
    const filter = MergedFilter.parse({ counts: "fix", repo: "cp", q: `#${number}` });
    const { rows } = await readMergedOrThrow({ slug: SLUG, filter });
    expect(rows.find((row) => row.number === number)?.revertedBy).toBe(sha);
    await db.directCommit.delete({ where: key });
    await sample.assess();
    expect((await read(await itemOf("cp", number))).revertedBy).toBeNull();
  });

  test("the measure of the verdict is the policy's, and the audit's own where only that counts the item", async () => {
    const item = await itemOf("cp", 724);
    expect((await read(item)).measure).toBe("blocking");
    await db.verdict.deleteMany({ where: { itemId: item, measure: { not: "has_test@1" } } });
    const view = await read(item);
    expect([view.measure, view.row.verdict]).toEqual(["has_test@1", "gap"]);
  });

  test("files that are unknown say why", async () => {
    const where = { repositoryId: sample.idOf("cp"), number: 727 };
    await db.pullRequest.updateMany({ where, data: { filesKnown: false, filesWhy: "gone (404)" } });
    const view = await read(await itemOf("cp", 727));
    expect([view.files, view.filesWhy]).toEqual([null, "gone (404)"]);
    await db.pullRequest.updateMany({ where, data: { filesKnown: true, filesWhy: null } });
  });

  test("what was done about it, in its order", async () => {
    const item = await itemOf("cp", 728);
    const ctx = { actor: kimi, now: NOW };
    await claimGap({ ctx, input: { item } });
    expect((await read(item)).row.claim).toMatchObject({ by: "kimi", mine: true });
    await releaseGap({ ctx, input: { item } });
    const { activity, row } = await read(item);
    expect(activity.map(({ verb, actor: by }) => [verb, by])).toEqual([
      ["gap.claim", "kimi"],
      ["gap.release", "kimi"],
    ]);
    expect(row.claim).toBeNull();
  });

  test("a number that is none, and an item that left the scope", async () => {
    await expect(read(999_999)).rejects.toMatchObject({ code: "not_found" });
    const item = await itemOf("cp", 533);
    await db.standing.delete({ where: { itemId: item } });
    await expect(read(item)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("the sources", () => {
  test("what each holds beside what its forge says, and never a token", async () => {
    await db.source.updateMany({ data: { sealedToken: "1.sealed" } });
    const view = SourcesView.parse(await readSources());
    expect(JSON.stringify(view)).not.toContain("1.sealed");
    const [source] = view.sources;
    expect(source).toMatchObject({ kind: "gitea", state: "ok", version: "1.27.0", hasToken: true });
    expect(source?.limits[0]).toMatch(/^No token/);
    const cp = source?.repositories.find(({ fullName }) => fullName.endsWith("-controlplane"));
    const held = Object.fromEntries(
      (cp?.streams ?? []).map(({ stream, held: n, forgeTotal }) => [stream, [n, forgeTotal]]),
    );
    const { pulls, issues, comments } = sample.cp;
    expect(held).toMatchObject({
      pulls: [pulls.length, pulls.length],
      issues: [issues.length, issues.length],
      comments: [comments.length, comments.length],
      // Of the open ones those that say that they cover something are read too.
      files: [
        pulls.filter(({ mergedAt, body }) => mergedAt !== null || body.includes("Covers #")).length,
        null,
      ],
    });
    expect(cp?.run).toMatchObject({ state: "done", error: null });
    expect(cp?.aliases).toMatchObject([{ alias: "cp", syncEnabled: true }]);
  });

  test("S13 a repository that was never synced has neither a pass nor a run", async () => {
    const [source] = (await readSources()).sources;
    const ci = source?.repositories.find(({ fullName }) => fullName.endsWith("molecule-ci"));
    expect(ci?.run).toBeNull();
    expect(
      ci?.streams.every(({ lastWholePass, held }) => lastWholePass === null && held === 0),
    ).toBe(true);
  });

  test("a run that is under way shows as syncing", async () => {
    expect((await readSources()).syncing).toBe(false);
    const data = { repositoryId: sample.idOf("ci"), state: "running", phase: "pulls" };
    await db.syncRun.create({ data });
    expect((await readSources()).syncing).toBe(true);
  });
});
