import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PRESETS } from "#/lib/coverage/policy.ts";
import { renderProgramTable } from "#/lib/report/program-table.ts";
import { db } from "#/lib/store/db.ts";
import { runReport } from "./run-report.ts";

const now = new Date("2026-06-12T18:00:00Z");
const of = (slug: string) => runReport({ slug, measure: null, now });
const add = (slug: string) =>
  db.program.create({
    data: {
      slug,
      name: slug,
      fixesSince: new Date("2026-04-13T00:00:00Z"),
      timeZone: "UTC",
      policies: { create: { version: 1, rules: PRESETS.gated } },
    },
  });

test("without any program the way to one is told", async () => {
  await expect(of("safety")).rejects.toMatchObject({
    code: "not_found",
    message: "There is no program at safety. There is none yet. Make one: gateline program add",
  });
});

test("of a slug of none the command fails with the programs that there are, and prints no document", async () => {
  await add("safety");
  await add("speed");
  const bin = join(import.meta.dirname, "../../../bin/gateline.mjs");
  const command = [bin, "report", "saftey", "--format", "json"];
  const { stdout, stderr, status } = spawnSync(process.execPath, command, { encoding: "utf8" });
  expect([stdout, stderr, status]).toEqual([
    "",
    "gateline: There is no program at saftey. There is: safety, speed.\n",
    1,
  ]);
});

test("a program that nothing was read for has no data and no percentage", async () => {
  const document = await of("safety");
  expect(document).toMatchObject({
    policy: "gated@1",
    asOf: now.toISOString(),
    assessedAt: null,
    inScopeRepositories: 0,
    gaps: 0,
    plan: { pieces: 0, first: [] },
  });
  expect(document.measures.map(({ percent, bounds }) => percent ?? bounds)).toEqual(
    Array(7).fill(null),
  );
  const text = renderProgramTable(document);
  expect(text).toMatch(/^gated +all audited +no data +0 of 0 /m);
  expect(text).not.toMatch(/\d %/);
});
