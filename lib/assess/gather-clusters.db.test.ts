import { afterAll, describe, expect, test } from "vitest";
import { MEASURES } from "#/lib/coverage/measure.ts";
import { db } from "#/lib/store/db.ts";
import { readySample } from "#/lib/sync/testing/sample.ts";

const sample = await readySample();
afterAll(() => sample.close());

const clusterAt = (measure: string, key: string) =>
  db.cluster.findFirstOrThrow({
    where: { measure, key },
    include: { members: { include: { item: { include: { verdicts: true } } } } },
  });

async function gapsOf(key: string) {
  const cluster = await clusterAt("has_test@1", key);
  const gaps = cluster.members.filter(({ item }) =>
    item.verdicts.some(({ measure, verdict }) => measure === "has_test@1" && verdict === "gap"),
  );
  return { cluster, gaps };
}

describe("the clusters of the audit, at has_test@1", () => {
  test("S32 the deploy and CI-gate family: 24 of 41 gaps, 11 workflows + 8 deploy pipeline + 5 scripts", async () => {
    const { cluster, gaps } = await gapsOf("deploy-gate");
    expect(cluster.gap).toBe(24);
    const partCount = (part: string) => gaps.filter((member) => member.part === part).length;
    expect(["workflows", "deploy-pipeline", "scripts"].map(partCount)).toEqual([11, 8, 5]);
    expect(gaps.every(({ item }) => item.repositoryId === sample.idOf("cp"))).toBe(true);
  });

  test("S33 of the 24, 14 are named in the tracking issue and 10 are not", async () => {
    const { cluster, gaps } = await gapsOf("deploy-gate");
    expect([cluster.named, cluster.gap - cluster.named]).toEqual([14, 10]);
    const named = gaps.filter((member) => member.named).map(({ item }) => item.number ?? 0);
    expect(named.toSorted((a, b) => a - b)).toEqual([
      226, 240, 533, 538, 539, 546, 556, 559, 560, 584, 595, 724, 727, 728,
    ]);
  });

  test("S34 it has its topics and says that it came back repeatedly", async () => {
    expect(await clusterAt("has_test@1", "deploy-gate")).toMatchObject({
      topics: ["wait-for-ci", "required-checks", "force-merge-audit", "status-read-token"],
      recurring: true,
      claimed: 24,
    });
  });

  test("S36 the provisioner: 5 gaps, 5 claimed, 4 named, and it takes the CTO", async () => {
    const { cluster, gaps } = await gapsOf("provisioner");
    expect(cluster).toMatchObject({ gap: 5, claimed: 5, named: 4, architecture: true });
    const named = gaps.filter((member) => member.named).map(({ item }) => item.number ?? 0);
    expect(named.toSorted((a, b) => a - b)).toEqual([2, 105, 605, 621]);
  });

  test("S37 core security and governance: 3 gaps", async () => {
    const { cluster, gaps } = await gapsOf("core-security-governance");
    expect(cluster).toMatchObject({ gap: 3, claimed: 3 });
    const numbers = gaps.map(({ item }) => item.number ?? 0).toSorted((a, b) => a - b);
    expect(numbers).toEqual([2125, 2589, 2605]);
    expect(gaps.every(({ item }) => item.repositoryId === sample.idOf("core"))).toBe(true);
  });

  test("S38 what is in no cluster: 12 gaps of cp and 8 of core", async () => {
    const unclustered = (alias: string) =>
      db.verdict.count({
        where: {
          measure: "has_test@1",
          verdict: "gap",
          repositoryId: sample.idOf(alias),
          item: { members: { none: { cluster: { measure: "has_test@1" } } } },
        },
      });
    expect([await unclustered("cp"), await unclustered("core")]).toEqual([12, 8]);
  });
});

test("S33 a named member that got its test stays a member and is no named gap any more", async () => {
  const key = { repositoryId: sample.idOf("cp"), number: 724 };
  await db.changedFile.create({ data: { ...key, path: "ci/wait_test.go", status: "added" } });
  await sample.assess();
  const after = await clusterAt("has_test@1", "deploy-gate");
  expect(after.members.find(({ item }) => item.number === 724)).toMatchObject({ named: true });
  expect([after.gap, after.covered, after.named]).toEqual([23, 1, 13]);
});

test.each(MEASURES)("at %s an item is in one cluster at most", async (measure) => {
  const members = await db.clusterMember.findMany({ where: { cluster: { measure } } });
  expect(members.length).toBeGreaterThan(30);
  expect(new Set(members.map(({ itemId }) => itemId)).size).toBe(members.length);
});
