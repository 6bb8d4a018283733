import { describe, expect, test } from "vitest";
import { MEASURES } from "#/lib/coverage/measure.ts";
import { change } from "#/lib/fake/change.ts";
import type { FakePullRequest } from "#/lib/fake/store.ts";
import { db } from "#/lib/store/db.ts";
import {
  COVERED,
  FOUR,
  JOB,
  ONE,
  OPEN,
  THREE,
  TWO,
  WORKFLOW,
  withOpen,
} from "#/lib/sync/testing/with-open.ts";

const NAMED = [ONE, TWO, THREE];
const GREEN = "Its own evidence reaches the rung blocking if its jobs are green when it is merged";

const FILTERED = JOB.replace(
  "pull_request:",
  `pull_request: { paths: [src/a${ONE}.py, "tests/**"] }`,
);

/** The gaps that are covered by now, by measure. */
function closedSince(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>) {
  const isClosed = (key: string) => before.get(key) === "gap" && after.get(key) === "covered";
  return MEASURES.map((measure) => [
    measure,
    [ONE, TWO, THREE, FOUR, COVERED].filter((number) => isClosed(`${measure} #${number}`)),
  ]);
}

describe("an open pull request that says that it covers three gaps", () => {
  test("closes them up to the rung to which a required job lifts its test", async () => {
    await using place = await withOpen();
    await place.judge();
    const effects = await place.effects();
    for (const measure of ["tested", "gated", "executed", "blocking"])
      expect(effects.get(measure)).toEqual({ closes: NAMED, why: `${GREEN}.` });
    expect(effects.get("has_test@1")).toEqual({
      closes: [],
      why: "has_test@1 looks at a fix's own files alone, so no other change moves it.",
    });
    expect(effects.get("proven")?.why).toMatch(/rung blocking.*proven is asked for\. .*nobody/);
  });

  test.each<[string, number[], Partial<FakePullRequest>, string]>([
    ["as it is", NAMED, {}, JOB],
    ["that names them in a list", [ONE, TWO], { body: `Covers:\n\n- #${ONE}\n- #${TWO}` }, JOB],
    ["by a job that is masked", [], {}, JOB.replace("tests/e2e", "tests/e2e || true")],
    ["without a test", [], { files: [] }, JOB],
    ["that mentions one only", [ONE], { body: `Covers #${ONE}, not to mention #${TWO}.` }, JOB],
    ["that says of one both", [ONE], { body: `Closes #${ONE}.\n\nIt covers #${ONE}.` }, JOB],
    ["by a job that starts for one of them only", [ONE], {}, FILTERED],
  ])(
    "gives exactly what was promised once it is merged with green checks: %s",
    async (_what, blocking, more, job) => {
      await using place = await withOpen(more, job);
      await place.judge();
      const [before, promised] = [await place.verdicts(), await place.effects()];
      expect(promised.get("blocking")?.closes).toEqual(blocking);
      place.merge();
      await place.judge();
      expect(closedSince(before, await place.verdicts())).toEqual(
        MEASURES.map((measure) => [measure, promised.get(measure)?.closes]),
      );
      expect(await place.effects()).toEqual(new Map());
    },
  );

  test("gives what was promised where a person decided of what kind its test is", async () => {
    await using place = await withOpen();
    const program = await db.program.findUniqueOrThrow({ where: { slug: place.slug } });
    const actor = await db.actor.create({ data: { kind: "person", name: "decides kinds" } });
    const word = { programId: program.id, repositoryId: place.repositoryId, actorId: actor.id };
    const says = { subject: "test_kind", key: "tests/e2e/**", value: "unit", reason: "It is one." };
    await db.override.create({ data: { ...word, ...says, at: new Date(0) } });
    await place.judge();
    const [before, promised] = [await place.verdicts(), await place.effects()];
    expect(promised.get("blocking")?.closes).toEqual([]);
    place.merge();
    await place.judge();
    expect(closedSince(before, await place.verdicts())).toEqual(
      MEASURES.map((measure) => [measure, promised.get(measure)?.closes]),
    );
  });

  test("closes at tested only where the job is masked, and says so", async () => {
    await using place = await withOpen({}, JOB.replace("tests/e2e", "tests/e2e || true"));
    await place.judge();
    const effects = await place.effects();
    expect(effects.get("tested")).toEqual({
      closes: NAMED,
      why: "Its own evidence reaches the rung tested.",
    });
    for (const measure of ["gated", "executed", "blocking"])
      expect(effects.get(measure)).toEqual({
        closes: [],
        why: expect.stringMatching(
          new RegExp(
            `^Its own evidence reaches the rung tested, and ${measure} is asked for\\. ${WORKFLOW}:flow runs its test\\. It is masked: .*\\|\\| true`,
          ),
        ),
      });
  });

  test("closes up to executed where the job is not required", async () => {
    await using place = await withOpen();
    change.requireContexts(place.core, ["lint / lint (pull_request)"]);
    await place.judge();
    const effects = await place.effects();
    expect(effects.get("executed")?.closes).toEqual(NAMED);
    expect(effects.get("blocking")).toEqual({
      closes: [],
      why: expect.stringMatching(/executed.*blocking is asked for\. .*does not require flow\.$/),
    });
  });

  test("closes the same where no commit was seen to have a check yet", async () => {
    await using place = await withOpen();
    place.core.statuses.clear();
    await place.judge();
    expect((await place.effects()).get("blocking")?.closes).toEqual(NAMED);
  });

  test("closes nothing while its files are not read, and says why", async () => {
    await using place = await withOpen();
    await place.judge();
    const where = { repositoryId: place.repositoryId, number: OPEN };
    await db.pullRequest.updateMany({ where, data: { filesKnown: false, filesWhy: "Gone: 404." } });
    await place.assess();
    const effects = await place.effects();
    expect(effects.get("blocking")).toEqual({
      closes: [],
      why: "How far its own evidence reaches is not known, and blocking is asked for. Gone: 404.",
    });
    expect([...effects.values()].flatMap(({ closes }) => closes)).toEqual([]);
  });

  test("and that is a fix is no item of the program", async () => {
    await using place = await withOpen({ title: "fix(core): repair another" });
    await place.judge();
    expect((await place.effects()).get("blocking")?.closes).toEqual(NAMED);
    const numbers = [...(await place.verdicts()).keys()].map((key) => key.split("#").at(-1));
    expect(new Set(numbers)).toEqual(new Set(["1", "2", "3", "4", "5"]));
  });
});

describe("what an open pull request says", () => {
  test.each<[string, Partial<FakePullRequest>]>([
    ["mentions", { body: `See #${ONE}, #${TWO} and #${THREE}.` }],
    ["closes", { body: `Closes #${ONE}.` }],
    ["says of it from another branch", { baseRef: "release" }],
    ["said before it was closed", { state: "closed", closedAt: "2026-06-09T00:00:00Z" }],
  ])("and what it only %s changes nothing", async (_what, more) => {
    await using place = await withOpen(more);
    await place.judge();
    expect(await place.effects()).toEqual(new Map());
  });

  test.each<[string, string, RegExp]>([
    [
      "is covered already",
      `Covers #${COVERED}.`,
      /^What it says it covers is no gap at blocking\.$/,
    ],
    ["is no fix", `Covers #${OPEN + 1}.`, /^It names no fix of this program that it covers\.$/],
  ])("closes nothing where what it names %s", async (_what, body, why) => {
    await using place = await withOpen({ body });
    const [row] = place.core.pulls;
    if (row)
      place.core.pulls.push({
        ...row,
        number: OPEN + 1,
        id: 91,
        pullId: 91,
        title: "docs: read me",
      });
    await place.judge();
    expect((await place.effects()).get("blocking")).toEqual({
      closes: [],
      why: expect.stringMatching(why),
    });
  });
});
