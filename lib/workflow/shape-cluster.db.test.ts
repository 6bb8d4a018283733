import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { PolicyRules, PRESETS } from "#/lib/coverage/policy.ts";
import { AppError } from "#/lib/errors.ts";
import { readClusterOrThrow } from "#/lib/read/cluster.ts";
import { readClustersOrThrow } from "#/lib/read/clusters.ts";
import { db } from "#/lib/store/db.ts";
import { loadClusterWords } from "#/lib/store/load-cluster-words.ts";
import { NOW, readySample, SLUG } from "#/lib/sync/testing/sample.ts";
import { addProgram } from "./add-program.ts";
import { archiveProgram } from "./archive-program.ts";
import { shapeCluster } from "./shape-cluster.ts";
import type { ClusterShape } from "./shape-cluster-word.ts";
import { takeBackClusterWord } from "./take-back-cluster-word.ts";
import { actor, lastDecision } from "./testing/actors.ts";

const sample = await readySample();
afterAll(() => sample.close());

const manager = { actor: await actor("fleet-manager", ["program_manager"]), now: NOW };
const engineer = { actor: await actor("fleet-engineer", ["engineer"]), now: NOW };
const reason = "One harness closes both.";

const DEPLOY = "deploy-gate";
const PROVISIONER = "provisioner";
const CORE = "core-security-governance";
const RENAME: ClusterShape = { verb: "rename", cluster: DEPLOY, name: "Deploying" };
const MERGE: ClusterShape = { verb: "merge", clusters: [PROVISIONER], into: CORE };

const shape = (said: ClusterShape, more: { slug?: string; reason?: string } = {}) =>
  shapeCluster({ ctx: manager, input: { slug: SLUG, shape: said, ...more } });
const takeBack = (word: number) =>
  takeBackClusterWord({ ctx: manager, input: { slug: SLUG, word, reason: "a mistake" } });
const inForce = async () => (await loadClusterWords(sample.programId)).map(({ verb }) => verb);
/** As an assessment leaves it: it knew all words. */
const judged = async () => {
  const { words } = await db.program.findUniqueOrThrow({ where: { id: sample.programId } });
  await db.program.update({ where: { id: sample.programId }, data: { wordsJudged: words } });
};
const takeAllBack = async () => {
  for (const { id } of await loadClusterWords(sample.programId)) await takeBack(id);
  await judged();
};
const membersOf = async (key: string) =>
  (await readClusterOrThrow({ slug: SLUG, key })).members.map(({ item }) => item);

/** What is said to whoever tried, and how many words and decisions it left. */
async function refusalOf(tried: () => Promise<unknown>) {
  const counts = () => Promise.all([db.clusterWord.count(), db.decision.count()]);
  const program = () => db.program.findUniqueOrThrow({ where: { id: sample.programId } });
  const [before, { words }] = [await counts(), await program()];
  const error: unknown = await tried().catch((thrown: unknown) => thrown);
  if (!(error instanceof AppError)) throw new Error("It was not refused.", { cause: error });
  const after = await counts();
  const counted = (await program()).words - words;
  const { code, message } = error;
  return { code, message, left: [after[0] - before[0], after[1] - before[1], counted] };
}
const refused = (code: AppError["code"], message: RegExp) => ({
  code,
  message: expect.stringMatching(message),
  left: [0, 0, 0],
});

let provisioned: readonly number[] = [];
let foreign = 0;
let issue = 0;

beforeAll(async () => {
  provisioned = await membersOf(PROVISIONER);
  issue = (await db.item.findFirstOrThrow({ where: { kind: "issue" } })).id;
  const own = {
    slug: "other",
    name: "Another program",
    fixesSince: new Date("2026-01-01T00:00:00Z"),
    timeZone: "UTC",
    rules: PolicyRules.parse(PRESETS.blocking),
  };
  const programId = await addProgram({ ctx: manager, input: own });
  const item = await db.item.create({
    data: { programId, kind: "fix", naturalKey: "pull:1:1", createdAt: NOW },
  });
  foreign = item.id;
});

describe("a word on the clusters", () => {
  afterEach(takeAllBack);

  test("is kept with who, when and why, leaves its decision, and the program is being judged", async () => {
    const word = await shape(RENAME, { reason });
    expect(await lastDecision()).toEqual({
      verb: "cluster.rename",
      subject: `program:${SLUG}`,
      actorId: manager.actor.id,
      at: NOW,
      before: null,
      after: { verb: "rename", value: { cluster: DEPLOY, name: "Deploying" }, word, reason },
    });
    const view = await readClustersOrThrow({ slug: SLUG });
    expect(view.judging).toBe(true);
    expect(view.words).toEqual([
      {
        id: word,
        verb: "rename",
        text: "“CP deploy/CI-gate family” is called “Deploying”",
        reason,
        by: "fleet-manager",
        byKind: "person",
        at: NOW.toISOString(),
        shapes: false,
      },
    ]);
  });

  test("names gaps by their numbers, four at most, and a merged cluster as it was called", async () => {
    const [one = 0] = provisioned;
    const others = (await membersOf(DEPLOY)).slice(0, 6);
    await shape({ verb: "split", cluster: PROVISIONER, items: [one], name: "Boot: 1st path!" });
    await shape({ verb: "move", items: others, to: null });
    await shape({ verb: "move", items: [one], to: CORE });
    await shape({ verb: "architecture", cluster: DEPLOY, architecture: true });
    await shape({ verb: "pin", cluster: DEPLOY, pinned: true });
    await shape(MERGE);
    const gap = (at: number) => `GAP-${others[at] ?? 0}`;
    const { words } = await readClustersOrThrow({ slug: SLUG });
    expect(words.map(({ text }) => text)).toEqual([
      `GAP-${one} split from “provision/provisioner” as “Boot: 1st path!”`,
      `${gap(0)}, ${gap(1)}, ${gap(2)}, ${gap(3)} and 2 more moved out of every cluster`,
      `GAP-${one} moved to “core security/governance (lighter)”`,
      "“CP deploy/CI-gate family” needs the CTO’s sign-off",
      "“CP deploy/CI-gate family” is pinned: it stays in view",
      "“provision/provisioner” merged into “core security/governance (lighter)”",
    ]);
    const [split] = await loadClusterWords(sample.programId);
    expect(split).toMatchObject({ verb: "split", value: { key: "boot-1st-path" } });
  });

  test("that makes a cluster never uses a key that a rule has or that a word made before, taken back or not", async () => {
    const keys: string[] = [];
    for (const name of ["Deploy gate", "boot", "Boot!", "日本"]) {
      const items = provisioned.slice(keys.length, keys.length + 1);
      const word = await shape({ verb: "split", cluster: PROVISIONER, items, name });
      const [said] = (await loadClusterWords(sample.programId)).filter(({ id }) => id === word);
      if (said?.verb === "split") keys.push(said.value.key);
      await takeBack(word);
    }
    expect(keys).toEqual(["deploy-gate-2", "boot", "boot-2", "x"]);
    await judged();
  });

  test("two at once are both kept, in the order in which they came", async () => {
    await Promise.all([
      shape(MERGE),
      shape({ verb: "merge", clusters: [DEPLOY], into: CORE }),
      shape({ verb: "pin", cluster: CORE, pinned: true }),
    ]);
    const words = await loadClusterWords(sample.programId);
    expect(words.map(({ verb }) => verb).toSorted()).toEqual(["merge", "merge", "pin"]);
    expect(words.map(({ id }) => id)).toEqual(words.map(({ id }) => id).toSorted((a, b) => a - b));
  });

  test("said twice at once leaves one word and one conflict", async () => {
    const both = await Promise.allSettled([shape(MERGE), shape(MERGE)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await inForce()).toEqual(["merge"]);
  });

  test("of somebody who said otherwise in between is news again", async () => {
    await shape(RENAME);
    await shape({ ...RENAME, name: "Delivering" });
    await shape(RENAME);
    expect(await inForce()).toEqual(["rename", "rename", "rename"]);
  });
});

describe("refused, and nothing is left of it", () => {
  afterEach(takeAllBack);

  const GONE = /^There is no cluster absent\.$/;
  test.each<[string, ClusterShape]>([
    ["rename", { verb: "rename", cluster: "absent", name: "x" }],
    ["merge", { verb: "merge", clusters: ["absent"], into: DEPLOY }],
    ["merge into", { verb: "merge", clusters: [DEPLOY], into: "absent" }],
    ["split", { verb: "split", cluster: "absent", items: [1], name: "x" }],
    ["move to", { verb: "move", items: [1], to: "absent" }],
    ["pin", { verb: "pin", cluster: "absent", pinned: true }],
    ["architecture", { verb: "architecture", cluster: "absent", architecture: true }],
  ])("%s a cluster that is gone", async (_what, said) => {
    expect(await refusalOf(() => shape(said))).toEqual(refused("not_found", GONE));
  });

  test.each<[string, () => number]>([
    ["a gap of another program", () => foreign],
    ["an issue", () => issue],
    ["a gap that is not there", () => 2_147_483_647],
  ])("%s is in no cluster", async (_what, item) => {
    const sentence = /^GAP-\d+ is no fix of this program, so no cluster has it\.$/;
    const items = [provisioned[0] ?? 0, item()];
    for (const said of [
      { verb: "move", items, to: CORE },
      { verb: "split", cluster: PROVISIONER, items, name: "x" },
    ] as const) {
      expect(await refusalOf(() => shape(said))).toEqual(refused("not_found", sentence));
    }
  });

  test.each<[string, ClusterShape, RegExp]>([
    ["itself", { verb: "merge", clusters: [CORE, CORE], into: CORE }, /^Merging takes two diff/],
    ["its other rung", { verb: "merge", clusters: ["fam--gated"], into: "fam" }, /^These are one/],
  ])("a cluster is not merged with %s", async (_what, said, sentence) => {
    const row = { name: "Family", why: "", origin: "suggested", topics: [], parts: [], words: [] };
    const flags = { pinned: false, architecture: false, recurring: false, repeated: [] };
    const tally = { named: 0, inScope: 3, covered: 0, gap: 3, waived: 0, unknown: 0 };
    const own = { programId: sample.programId, measure: "blocking", ...row, ...flags, ...tally };
    await db.cluster.createMany({
      data: [
        { ...own, key: "fam" },
        { ...own, key: "fam--gated" },
      ],
    });
    expect(await refusalOf(() => shape(said))).toEqual(refused("invalid", sentence));
    await db.cluster.deleteMany({ where: { key: { startsWith: "fam" } } });
  });

  test.each([
    ["of two lines", "one\ntwo", /^a name is one line$/],
    ["of nothing", "  ", /^give a name$/],
    ["of 121 characters", "n".repeat(121), /^a name has 120 characters at most$/],
  ])("a name %s, which the engine could not read", async (_what, name, sentence) => {
    const items = provisioned.slice(0, 1);
    for (const said of [
      { verb: "rename", cluster: DEPLOY, name },
      { verb: "split", cluster: PROVISIONER, items, name },
    ] as const) {
      expect(await refusalOf(() => shape(said))).toEqual(refused("invalid", sentence));
    }
  });

  test("a cluster is not split by what is not in it, nor by all of it", async () => {
    const split = (items: readonly number[]) =>
      refusalOf(() => shape({ verb: "split", cluster: CORE, items, name: "x" }));
    expect(await split(provisioned.slice(0, 1))).toEqual(
      refused("invalid", /^GAP-\d+ is not in the cluster core-security-governance\.$/),
    );
    expect(await split(await membersOf(CORE))).toEqual(
      refused("invalid", /^That is the whole cluster core-security-governance: rename it/),
    );
  });

  test.each<[string, () => ClusterShape, RegExp]>([
    [
      "its own name",
      () => ({ verb: "rename", cluster: DEPLOY, name: "CP deploy/CI-gate family" }),
      /^The cluster deploy-gate is called “CP deploy\/CI-gate family” already\.$/,
    ],
    ["no pin", () => ({ verb: "pin", cluster: DEPLOY, pinned: false }), /is not pinned\.$/],
    [
      "its own flag",
      () => ({ verb: "architecture", cluster: PROVISIONER, architecture: true }),
      /^The cluster provisioner needs the CTO’s sign-off already\.$/,
    ],
    [
      "where it is",
      () => ({ verb: "move", items: provisioned, to: PROVISIONER }),
      /^What was chosen is in the cluster provisioner already\.$/,
    ],
  ])("what is so already is a conflict: %s", async (_what, said, sentence) => {
    expect(await refusalOf(() => shape(said()))).toEqual(refused("conflict", sentence));
  });

  test("what was said and is not judged by yet is a conflict, and so is a word on what it takes away", async () => {
    const items = provisioned.slice(0, 2);
    const said: readonly ClusterShape[] = [
      RENAME,
      { verb: "pin", cluster: DEPLOY, pinned: true },
      { verb: "architecture", cluster: DEPLOY, architecture: true },
      { verb: "split", cluster: PROVISIONER, items, name: "Boot" },
      { verb: "move", items: provisioned.slice(2), to: CORE },
      MERGE,
    ];
    for (const each of said) {
      await shape(each);
      const again = await refusalOf(() => shape(each));
      expect(again).toEqual(refused("conflict", /^This was said before, and is being judged/));
    }
    const late = { verb: "pin", cluster: PROVISIONER, pinned: true } as const;
    expect(await refusalOf(() => shape(late))).toEqual(
      refused("conflict", /^The cluster provisioner was merged into core-security-governance/),
    );
  });

  test("a program that is not there, and somebody without the role", async () => {
    expect(await refusalOf(() => shape(RENAME, { slug: "absent" }))).toEqual(
      refused("not_found", /^There is no program at absent\.$/),
    );
    const input = { slug: SLUG, shape: RENAME };
    expect(await refusalOf(() => shapeCluster({ ctx: engineer, input }))).toEqual(
      refused("forbidden", /takes the role program_manager or admin/),
    );
  });
});

describe("taking a word back", () => {
  afterEach(takeAllBack);

  test("leaves its decision with what was said; what was said after it stays", async () => {
    const first = await shape(RENAME, { reason });
    await shape(MERGE);
    await takeBack(first);
    expect(await lastDecision()).toMatchObject({
      verb: "cluster.take_back",
      before: { verb: "rename", value: { cluster: DEPLOY } },
      after: { word: first, reason: "a mistake" },
    });
    expect(await inForce()).toEqual(["merge"]);
    expect(await refusalOf(() => takeBack(first))).toEqual(
      refused("conflict", /^This word was taken back before\.$/),
    );
  });

  test("at once by two is done by one", async () => {
    const word = await shape(RENAME);
    const both = await Promise.allSettled([takeBack(word), takeBack(word)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await judged();
  });

  test("is no word that could be taken back, nor is one of another program or of nobody", async () => {
    const word = await shape(RENAME);
    await takeBack(word);
    await judged();
    const last = await db.clusterWord.findFirstOrThrow({ orderBy: { id: "desc" } });
    for (const none of [last.id, 2_147_483_647]) {
      expect(await refusalOf(() => takeBack(none))).toEqual(
        refused("not_found", /^Nobody said a word \d+ on these clusters\.$/),
      );
    }
    const input = { slug: "other", word };
    expect(await refusalOf(() => takeBackClusterWord({ ctx: manager, input }))).toEqual(
      refused("not_found", /^Nobody said/),
    );
    const back = { slug: SLUG, word };
    expect(await refusalOf(() => takeBackClusterWord({ ctx: engineer, input: back }))).toEqual(
      refused("forbidden", /takes the role/),
    );
  });
});

test("in an archived program nothing is said and nothing taken back", async () => {
  const word = await shape(RENAME);
  await archiveProgram({ ctx: sample.ctx, input: { slug: SLUG } });
  const sentence = /^The program 2615 is archived, so nothing in it is decided\.$/;
  expect(await refusalOf(() => shape(MERGE))).toEqual(refused("conflict", sentence));
  expect(await refusalOf(() => takeBack(word))).toEqual(refused("conflict", sentence));
});
