import { describe, expect, test } from "vitest";
import { sampleRules } from "#/lib/cli/up/sample-rules.ts";
import { known, unknown } from "#/lib/facts/known.ts";
import { sample2615 } from "#/lib/fake/sample-2615/sample-2615.ts";
import { type FakeRepository, repositoryOrThrow } from "#/lib/fake/store.ts";
import { hasTest, isAuditFix } from "../audit-rule.ts";
import { clusterByRules } from "../cluster/cluster-by-rules.ts";
import { readGates } from "../gate/read-gates.ts";
import { HAS_TEST } from "../measure.ts";
import type { Gap, Place } from "./gap.ts";
import { orderWork } from "./order-work.ts";
import { piecesOf } from "./pieces-of.ts";

const store = sample2615();

/** What is read of one repository: its gates, followed through its files, and its audited fixes. */
function read(repository: FakeRepository, alias: string) {
  const files = repository.branches[0]?.files ?? new Map<string, string>();
  const workflows = [...files]
    .filter(([path]) => /^\.gitea\/workflows\/[^/]+\.yml$/.test(path))
    .map(([path, text]) => ({ path, text }));
  const { gates } = readGates(workflows, {
    paths: [...files.keys()],
    text: (path) => known(files.get(path) ?? ""),
  });
  const place: Place = {
    id: repository.id,
    alias,
    defaultBranch: repository.defaultBranch,
    gates,
    required: unknown("not asked"),
  };
  const fixes = repository.pulls
    .filter(({ mergedAt, title }) => mergedAt !== null && isAuditFix(title))
    .map(({ number, title, files: changed }) => {
      const paths = changed.map(({ path }) => path);
      return { naturalKey: `${alias}#${number}`, alias, number, title, paths, place };
    });
  return { place, fixes };
}

const both = [
  read(repositoryOrThrow(store, "molecule-core"), "core"),
  read(repositoryOrThrow(store, "molecule-controlplane"), "cp"),
];
const items = both
  .flatMap(({ fixes }) => fixes)
  .map((fix) => ({
    ...fix,
    verdict: hasTest(fix.paths) ? ("covered" as const) : ("gap" as const),
  }));
const untested = items.filter(({ verdict }) => verdict === "gap");
const gaps = untested.map(
  ({ naturalKey, place, title, paths }): Gap => ({
    naturalKey,
    repositoryId: place.id,
    title,
    paths,
    standing: { rung: "none", missed: "tested", unknownAbove: null, evidence: [] },
  }),
);
const { clusters } = clusterByRules({
  items: untested.map((item) => ({ ...item, key: item.naturalKey, repository: item.alias })),
  rules: sampleRules.clusters,
});
const aliasOf = (key: string) => key.slice(0, key.indexOf("#"));
const pieces = piecesOf({
  measure: HAS_TEST,
  gaps,
  clusters: clusters.map(({ key, name, parts, items: keys }) => ({
    key,
    name,
    parts: parts.map((part) => part.name),
    gaps: keys,
    architecture: sampleRules.clusters.some((rule) => rule.key === key && rule.architecture),
    repositories: keys.map(aliasOf),
  })),
  places: both.map(({ place }) => place),
  acceptedKinds: sampleRules.acceptedKinds,
});
const { order, rest } = orderWork({ items, pieces, waived: new Set() });

describe("the founding program's work, at has_test@1", () => {
  test("S35 one gate for the deploy family comes first and closes 24 of the 41 gaps of its repository", () => {
    const [first] = order;
    expect(first?.piece).toMatchObject({
      key: "new_gate:deploy-gate",
      title: "One new gate for workflows, deploy-pipeline and scripts",
      repository: "cp",
      signOff: null,
    });
    expect(first?.alone).toBe(24);
    expect(first?.repositories).toMatchObject([
      { repository: "cp", closes: 24, gapsOfRepository: 41 },
    ]);
    expect(first?.repositories[0]?.after).toEqual({ covered: 85, of: 102 });
    expect(first?.program).toEqual({
      before: { covered: 102, of: 154 },
      after: { covered: 126, of: 154 },
    });
  });

  test("S21 S35 no existing gate could be extended to more than 20 of them, and some could", () => {
    const extended = pieces
      .filter(({ kind }) => kind === "extend")
      .map((piece) => piece.closes.length);
    expect(extended.length).toBeGreaterThan(1);
    expect(Math.max(...extended)).toBeLessThanOrEqual(20);
  });

  test("S51 the provisioner's 5 gaps take the CTO's word", () => {
    expect(pieces.find(({ cluster }) => cluster === "provisioner")).toMatchObject({
      signOff: "cto",
    });
  });

  test("what the pieces close and what none closes are all 52 gaps", () => {
    const closed = order.reduce((sum, { closes }) => sum + closes.length, 0);
    expect(closed + rest.length).toBe(52);
  });
});
