import { describe, expect, test } from "vitest";
import { hasTest, isAuditFix } from "#/lib/coverage/audit-rule.ts";
import { cutClusters } from "#/lib/coverage/cluster/cut-clusters.ts";
import type { Tracking } from "#/lib/coverage/cluster/families-of.ts";
import { groupsOf } from "#/lib/coverage/cluster/groups-of.ts";
import type { ClusterFix } from "#/lib/coverage/cluster/read-features.ts";
import type { LinkRepository } from "#/lib/coverage/link/link-repository.ts";
import { type FakeRepository, repositoryOrThrow } from "../store.ts";
import { sample2615 } from "./sample-2615.ts";

const sample = sample2615();
const given: readonly (readonly [string, FakeRepository])[] = [
  ["core", repositoryOrThrow(sample, "molecule-core")],
  ["cp", repositoryOrThrow(sample, "molecule-controlplane")],
];

const fixes = given.flatMap(([repository, { pulls }]) =>
  pulls.flatMap((pull): ClusterFix[] => {
    if (pull.mergedAt === null || !isAuditFix(pull.title)) return [];
    const { number, title } = pull;
    return [
      {
        key: `${repository}#${number}`,
        repository,
        number,
        title,
        paths: pull.files.map(({ path }) => path),
        enteredAt: new Date(pull.mergedAt),
      },
    ];
  }),
);

const repositories = given.map(([alias, repository]): LinkRepository => {
  const kinds = new Map([
    ...repository.issues.map(({ number }) => [number, "issue"] as const),
    ...repository.pulls.map(({ number }) => [number, "pull"] as const),
  ]);
  const { id, owner, name } = repository;
  return {
    id,
    alias,
    fullName: `${owner}/${name}`,
    url: null,
    has: (number) => kinds.get(number) ?? null,
    isWhole: true,
  };
});

const [[, core]] = given as [readonly [string, FakeRepository]];
const issue = core.issues.find(({ number }) => number === 2615);
const trackingTexts = [
  { text: issue?.body ?? "", writtenAt: new Date(issue?.createdAt ?? 0) },
  ...core.comments
    .filter(({ number }) => number === 2615)
    .map(({ body, createdAt }) => ({ text: body, writtenAt: new Date(createdAt) })),
];
const scope: Tracking["scope"] = {
  home: core.id,
  repositories,
  context: "program",
  gapOf: () => null,
};

function suggest(items: readonly ClusterFix[], texts = trackingTexts.slice(0, 2)) {
  const { groups } = groupsOf({
    items,
    rules: [],
    suggest: true,
    tracking: { texts, scope },
    words: [],
  });
  const byKey = new Map(items.map((item) => [item.key, item]));
  return cutClusters({
    groups,
    items,
    at: (key) => ({
      verdict: hasTest(byKey.get(key)?.paths ?? []) ? "covered" : "gap",
      missed: null,
    }),
  });
}

const audited = suggest(fixes);
const found = (key: string) => audited.clusters.find((cluster) => cluster.group.name === key);
const aliasOf = (key: string) => key.slice(0, key.indexOf("#"));

describe("suggested clusters at has_test@1, by the texts up to the audit", () => {
  test("S32 S36 S37 three clusters, named from the scopes of what they hold", () => {
    expect(audited.clusters.map(({ group, gaps }) => [group.name, gaps.length])).toEqual([
      ["workflows, deploy-pipeline and scripts", 24],
      ["provisioner", 5],
      ["concierge, gate-check and workspace-server", 3],
    ]);
  });

  test("S32 the deploy family is 11 + 8 + 5, all of cp, as the text claims", () => {
    const family = found("workflows, deploy-pipeline and scripts");
    expect(family?.parts.map(({ name, gaps }) => [name, gaps])).toEqual([
      ["workflows", 11],
      ["deploy-pipeline", 8],
      ["scripts", 5],
    ]);
    expect(new Set(family?.gaps.map(aliasOf))).toEqual(new Set(["cp"]));
    expect(family?.group).toMatchObject({ origin: "text", claimed: 24 });
    expect(family?.group.why).toContain("CP deploy/CI-gate family (24 of 41 CP gaps)");
  });

  test("S34 it has its topics, and files that were fixed again and again with no test", () => {
    const family = found("workflows, deploy-pipeline and scripts");
    expect(family?.group.topics).toEqual(
      expect.arrayContaining([
        "wait-for-ci",
        "required-checks",
        "force-merge-audit",
        "status-read-token",
      ]),
    );
    expect(family?.recurring?.map(({ path, numbers }) => [path, numbers])).toEqual([
      [".gitea/workflows/deploy.yml", [226, 538, 724, 727]],
      [".gitea/workflows/wait-for-ci.yml", [226, 240, 533]],
      ["deploy/pipeline.yaml", [301, 539, 655]],
    ]);
  });

  test("S36 provisioning holds the fifth that the text does not name", () => {
    expect(found("provisioner")).toMatchObject({
      gaps: ["cp#105", "cp#148", "cp#2", "cp#605", "cp#621"],
      group: { claimed: 5, key: "cp.internal-provisioner" },
    });
  });

  test("S37 the three of core are taken together as the text does", () => {
    expect(found("concierge, gate-check and workspace-server")).toMatchObject({
      gaps: ["core#2125", "core#2589", "core#2605"],
      group: { claimed: null, why: expect.stringContaining("core security/governance (lighter)") },
    });
  });

  test("S38 12 gaps of cp and 8 of core are in no cluster", () => {
    const of = (alias: string) => audited.unclustered.filter((key) => aliasOf(key) === alias);
    expect([of("cp").length, of("core").length]).toEqual([12, 8]);
  });
});

test("S48 the progress comments draw no cluster", () => {
  expect(suggest(fixes, trackingTexts).clusters).toEqual(audited.clusters);
});

test("S32 without any text the three parts and provisioning are clusters of their own", () => {
  const { clusters } = suggest(fixes, []);
  expect(clusters.map(({ group, gaps }) => [group.name, gaps.length])).toEqual([
    ["provisioner", 5],
    ["workflows", 11],
    ["deploy-pipeline", 8],
    ["scripts", 5],
    ["scripts", 3],
  ]);
});

test("S32 other scopes make other names of the same clusters", () => {
  const others: Readonly<Record<string, string>> = {
    workflows: "pipes",
    "deploy-pipeline": "rollout",
    scripts: "chores",
    provisioner: "boot",
    concierge: "doorman",
  };
  const renamed = fixes.map((fix) => ({
    ...fix,
    title: fix.title.replace(
      /^fix\(([^)]*)\)/,
      (_all, said: string) => `fix(${others[said] ?? said})`,
    ),
  }));
  const { clusters } = suggest(renamed);
  expect(clusters.map(({ gaps }) => gaps)).toEqual(audited.clusters.map(({ gaps }) => gaps));
  expect(clusters.map(({ group }) => group.name)).toEqual([
    ".gitea/workflows (pipes), deploy (rollout) and scripts (chores)",
    "internal/provisioner (boot)",
    "doorman, gate-check and workspace-server",
  ]);
});

test("S38 rows in another order make the same clusters", () => {
  expect(suggest(fixes.toReversed())).toEqual(audited);
});

test("S36 a fix that comes later joins, and renames nothing", () => {
  const after: ClusterFix = {
    key: "cp#769",
    repository: "cp",
    number: 769,
    title: "fix(provisioner): wait for the disk",
    paths: ["internal/provisioner/disk.go"],
    enteredAt: new Date("2026-06-12T15:00:00Z"),
  };
  const { clusters } = suggest([...fixes, after]);
  expect(clusters.map(({ key, group, gaps }) => [key, group.name, gaps.length])).toEqual(
    audited.clusters.map(({ key, group, gaps }) => [
      key,
      group.name,
      gaps.length + (key === "cp.internal-provisioner" ? 1 : 0),
    ]),
  );
});
