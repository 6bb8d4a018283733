import { afterAll, expect, test } from "vitest";
import { assessProgram } from "#/lib/assess/assess-program.ts";
import { PRESETS, type PresetName } from "#/lib/coverage/policy.ts";
import { scratchClone } from "#/lib/forge/git/testing/scratch-clone.ts";
import { openForge } from "#/lib/forge/open-forge.ts";
import { closeQueue } from "#/lib/jobs/queue.ts";
import { db } from "#/lib/store/db.ts";
import { saveRepository } from "#/lib/store/save-repository.ts";
import { syncRepository } from "#/lib/sync/sync-repository.ts";
import { audit, history, NOW, product, UNIT_TEST } from "../audit/testing/history.ts";
import { runReport } from "./run-report.ts";

const scratch = history();
scratch.write("src/a.go", product(4));
scratch.commit("fix(core): again without a test (#6)");
scratch.write("src/b.go", product(5));
scratch.write("src/b_test.go", UNIT_TEST);
scratch.commit("Fix a crash of the second total (#7)");
scratch.git("revert", "--no-edit", "HEAD");
scratch.git(
  "commit",
  "-q",
  "--amend",
  "-m",
  'Revert "Fix a crash of the second total" (#8)\n\nThis reverts pull request #7.',
);
scratch.write("src/c.go", product(6));
scratch.commit("feat(core): a third total (#9)");
scratch.write("src/d.go", product(7));
scratch.commit("fix(core): pushed with no pull request");

// Git shows no difference of the oldest commit that a shallow clone holds.
const shallow = scratchClone();
shallow.git("fetch", "-q", "--depth=7", `file://${scratch.directory}`, "main");
shallow.git("reset", "-q", "--hard", "FETCH_HEAD");

afterAll(async () => {
  scratch[Symbol.dispose]();
  shallow[Symbol.dispose]();
  await closeQueue();
});

const repositories = new Map<string, Promise<number>>();
const synced = (url: string): Promise<number> => {
  const under = repositories.get(url) ?? sync(url);
  repositories.set(url, under);
  return under;
};

async function sync(url: string): Promise<number> {
  const source = await db.source.create({ data: { name: url, kind: "git", url } });
  const forge = openForge({ kind: "git", url });
  const repositoryId = await saveRepository(db, source.id, await forge.repository(url));
  const { signal } = new AbortController();
  await syncRepository({ repositoryId, forge, now: () => NOW, signal });
  return repositoryId;
}

async function report(repositoryId: number, preset: PresetName, since: Date) {
  const slug = `${preset}-${since.getTime()}-${repositoryId}`;
  const { id } = await db.program.create({
    data: {
      slug,
      name: slug,
      fixesSince: since,
      timeZone: "UTC",
      scope: { create: { repositoryId, alias: "it" } },
      policies: { create: { version: 1, rules: PRESETS[preset] } },
    },
  });
  await assessProgram(id, NOW);
  return runReport({ slug, measure: null, now: NOW });
}

const WHOLE = new Date("2026-01-01T00:00:00Z");
// The first fix of the history was merged a minute before.
const CUT = new Date("2026-06-01T00:02:00Z");

test.each([
  ["the whole history by the preset gated", scratch, "gated", WHOLE, ["2/4", "2/5", "1/5"]],
  ["the whole history by the preset audit", scratch, "audit", WHOLE, ["2/4", "2/5", "1/5"]],
  ["a window by the preset gated", scratch, "gated", CUT, ["2/3", "2/4", "1/4"]],
  ["a window by the preset audit", scratch, "audit", CUT, ["2/3", "2/4", "1/4"]],
  [
    "a shallow clone by the preset gated",
    shallow,
    "gated",
    WHOLE,
    ["0/1 + 1", "0/2 + 1", "0/2 + 1"],
  ],
] as const)(
  "of %s a program of a clone says what the audit of the clone says",
  async (_what, { directory }, policy, since, figures) => {
    const ofProgram = await report(await synced(directory), policy, since);
    const ofClone = await audit(directory, { policy, since });
    expect(ofProgram.policy).toBe(ofClone.policy);
    for (const { measure, covered, of, unknown } of ofClone.measures) {
      const said = ofProgram.measures.find((figure) => figure.measure === measure);
      expect(said).toMatchObject({ covered, of, unknown });
      expect(said?.repositories).toMatchObject([{ alias: "it", covered, of, unknown }]);
    }
    expect(
      ofClone.measures.map(({ covered, of, unknown }) =>
        unknown ? `${covered}/${of} + ${unknown}` : `${covered}/${of}`,
      ),
    ).toEqual(figures);
  },
);
