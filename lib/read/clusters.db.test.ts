import { afterAll, describe, expect, test } from "vitest";
import { ClusterDetailView, ClustersView } from "#/lib/contract/clusters.ts";
import { MEASURES } from "#/lib/coverage/measure.ts";
import { db } from "#/lib/store/db.ts";
import { readySample } from "#/lib/sync/testing/sample.ts";
import { readClusterOrThrow } from "./cluster.ts";
import { readClustersOrThrow } from "./clusters.ts";

const sample = await readySample();
afterAll(() => sample.close());

test.each(MEASURES)(
  "S38 at %s the clusters and the unclustered add up to the gaps",
  async (measure) => {
    const view = ClustersView.parse(await readClustersOrThrow({ slug: "2615", measure }));
    const clustered = view.clusters.reduce((sum, { tally }) => sum + tally.gap, 0);
    const unclustered = view.unclustered.reduce((sum, { gaps }) => sum + gaps, 0);
    expect(clustered + unclustered).toBe(view.gaps);
    expect(view.gaps).toBe(
      await db.verdict.count({ where: { measure, population: "fix", verdict: "gap" } }),
    );
    for (const { tally, parts, repositories } of view.clusters) {
      expect(tally.covered + tally.gap + tally.waived + tally.unknown).toBe(tally.inScope);
      const inParts = parts.reduce((sum, { gaps }) => sum + gaps, 0);
      expect(inParts).toBe(parts.length > 0 ? tally.gap : 0);
      expect(repositories.reduce((sum, { gaps }) => sum + gaps, 0)).toBe(tally.gap);
    }
  },
);

describe("the clusters of the audit", () => {
  test("S32 S35 S36 S37 S38 the largest first, each with its share of its repository's gaps", async () => {
    const view = await readClustersOrThrow({ slug: "2615", measure: "has_test@1" });
    expect(view.clusters.map(({ key, tally, named }) => [key, tally.gap, named])).toEqual([
      ["deploy-gate", 24, 14],
      ["provisioner", 5, 4],
      ["core-security-governance", 3, 3],
    ]);
    expect(view.clusters[0]?.repositories).toEqual([
      { alias: "cp", gaps: 24, gapsOfRepository: 41 },
    ]);
    expect(view.clusters[0]?.parts).toEqual([
      { key: "workflows", name: "workflows", gaps: 11 },
      { key: "deploy-pipeline", name: "deploy-pipeline", gaps: 8 },
      { key: "scripts", name: "scripts", gaps: 5 },
    ]);
    expect(view.unclustered).toEqual([
      { alias: "core", gaps: 8 },
      { alias: "cp", gaps: 12 },
    ]);
    expect(view.gaps).toBe(52);
  });

  test("S38 without a measure it is the policy's: 129 gaps at blocking", async () => {
    const view = await readClustersOrThrow({ slug: "2615" });
    expect([view.measure, view.gaps]).toEqual(["blocking", 129]);
  });

  test("S33 one cluster has its members, each once, those that are named marked", async () => {
    const asked = { slug: "2615", key: "deploy-gate", measure: "has_test@1" as const };
    const { cluster, members } = ClusterDetailView.parse(await readClusterOrThrow(asked));
    expect(members).toHaveLength(cluster.tally.inScope);
    const gaps = members.filter(({ verdict }) => verdict === "gap");
    expect(gaps.filter(({ named }) => named)).toHaveLength(14);
    expect(gaps.filter(({ named }) => !named)).toHaveLength(10);
    expect(new Set(members.map(({ item }) => item)).size).toBe(members.length);
    expect(members.every(({ alias, title }) => alias === "cp" && title !== "")).toBe(true);
  });

  test("a cluster or program that is not there", async () => {
    const key = readClusterOrThrow({ slug: "2615", key: "absent" });
    await expect(key).rejects.toMatchObject({ code: "not_found" });
    const slug = readClustersOrThrow({ slug: "absent" });
    await expect(slug).rejects.toMatchObject({ code: "not_found" });
  });
});

test("a word on a cluster that is shown at one rung goes by the name of the cluster, and one that shapes nothing here says so", async () => {
  const { id: actorId } = await db.actor.findFirstOrThrow();
  const { key, name } = await db.cluster.findFirstOrThrow({
    where: { measure: "blocking", origin: "suggested", key: { endsWith: "--gated" } },
  });
  const whole = key.slice(0, -"--gated".length);
  const own = { programId: sample.programId, actorId, at: new Date(), reason: null };
  const say = (value: { verb: string; value: Record<string, string | boolean> }) =>
    db.clusterWord.create({ data: { ...own, verb: value.verb, value } });
  await say({ verb: "pin", value: { cluster: whole, pinned: true } });
  await say({ verb: "pin", value: { cluster: "deploy-gate", pinned: true } });
  await say({ verb: "rename", value: { cluster: key, name: "Neighbours" } });
  const { words } = await readClustersOrThrow({ slug: "2615" });
  expect(words.map(({ text }) => text)).toEqual([
    `“${whole}” is pinned: it stays in view`,
    "“CP deploy/CI-gate family” is pinned: it stays in view",
    `“${key}” is called “Neighbours”`,
  ]);
  expect(words.every(({ shapes }) => !shapes)).toBe(true);
  const named = await db.clusterWord.findFirstOrThrow({ where: { verb: "rename" } });
  await db.clusterWord.create({
    data: { ...own, verb: "take_back", value: {}, takesBack: named.id },
  });
  const after = await readClustersOrThrow({ slug: "2615" });
  expect(after.words.map(({ text }) => text)[0]).toBe(`“${name}” is pinned: it stays in view`);
});

test("a repository that left the scope has no members any more, also before the next assessment: the list is as long as its number", async () => {
  const entry = await db.programRepository.findFirstOrThrow({ where: { alias: "cp" } });
  const where = { programId_alias: { programId: entry.programId, alias: "cp" } };
  await db.programRepository.delete({ where });
  for (const key of ["deploy-gate", "core-security-governance"]) {
    const asked = { slug: "2615", key, measure: "has_test@1" as const };
    const { cluster, members } = await readClusterOrThrow(asked);
    expect(members).toHaveLength(cluster.tally.inScope);
    expect(members.every(({ alias }) => alias === "core")).toBe(true);
  }
  await db.programRepository.create({ data: entry });
});
