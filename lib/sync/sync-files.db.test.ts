import { expect, test } from "vitest";
import type { Faults } from "#/lib/fake/faults.ts";
import { db } from "#/lib/store/db.ts";
import { cutPages } from "./testing/cut-pages.ts";
import { factsOf } from "./testing/facts.ts";
import { smallForge } from "./testing/small-forge.ts";

const filesOf = (number: number) => new RegExp(`/pulls/${number}/files$`);

const mergedIn = (repositoryId: number) =>
  db.pullRequest.findMany({
    where: { repositoryId, state: "merged" },
    orderBy: [{ mergedAt: "desc" }, { number: "desc" }],
    select: { number: true, filesKnown: true, filesWhy: true },
  });

test("a 404 for one pull request's files makes this one fact unknown, the sync goes on, and it is not asked again", async () => {
  await using small = await smallForge();
  const gone = small.core.pulls.find((pull) => pull.mergedAt !== null)?.number ?? 0;
  await using proxy = await cutPages(small.served.url, /nothing$/, filesOf(gone));
  expect(await small.sync({ url: proxy.url })).toBe("done");
  const merged = await mergedIn(small.repositoryId);
  expect(merged.filter(({ filesKnown }) => !filesKnown)).toEqual([
    { number: gone, filesKnown: false, filesWhy: expect.stringMatching(/does not have.*404/) },
  ]);
  expect(merged.length).toBeGreaterThan(5);
  small.served.requests.reset();
  expect(await small.sync()).toBe("done");
  expect(small.served.requests.count("GET /repos/{owner}/{repo}/pulls/{index}/files")).toBe(0);
});

test("a pull request whose files the forge fails on hides no other, the run says so, and the next sync asks again", async () => {
  const state = { broken: true };
  const broken = { number: 0 };
  const faults: Faults = ({ path }) =>
    state.broken && filesOf(broken.number).test(path) ? { kind: "status", status: 500 } : null;
  await using small = await smallForge({ faults });
  broken.number = small.core.pulls.find((pull) => pull.mergedAt !== null)?.number ?? 0;
  expect(await small.sync()).toBe("failed");
  expect((await small.lastRun()).error).toMatch(
    new RegExp(`files of 1 pull requests could not be read, #${broken.number}.*next sync.*500`),
  );
  const unread = (await mergedIn(small.repositoryId)).filter(({ filesKnown }) => !filesKnown);
  expect(unread).toEqual([{ number: broken.number, filesKnown: false, filesWhy: null }]);
  const key = { repositoryId_stream: { repositoryId: small.repositoryId, stream: "files" } };
  expect(await db.syncStream.findUnique({ where: key })).not.toBeNull();
  state.broken = false;
  expect(await small.sync()).toBe("done");
  expect((await mergedIn(small.repositoryId)).every(({ filesKnown }) => filesKnown)).toBe(true);
});

test("while the forge fails on every list the pass stays open, and nothing is taken for unknown for good", async () => {
  const state = { broken: true };
  const faults: Faults = ({ path }) =>
    state.broken && path.endsWith("/files") ? { kind: "status", status: 503 } : null;
  await using small = await smallForge({ faults });
  expect(await small.sync()).toBe("failed");
  const key = { repositoryId_stream: { repositoryId: small.repositoryId, stream: "files" } };
  expect(await db.syncStream.findUnique({ where: key })).toBeNull();
  state.broken = false;
  expect(await small.sync()).toBe("done");
  expect((await mergedIn(small.repositoryId)).every(({ filesKnown }) => filesKnown)).toBe(true);
});

test("a list of files that spans pages is read whole, and files before the program began are not asked for", async () => {
  await using small = await smallForge();
  const many = small.core.pulls
    .filter((pull) => pull.mergedAt !== null)
    .toSorted((a, b) => (a.mergedAt ?? "").localeCompare(b.mergedAt ?? ""))
    .at(-1);
  many?.files.push(
    ...Array.from({ length: 7 }, (_, index) => ({
      path: `many/${index}.ts`,
      previousPath: index === 0 ? "old.ts" : null,
      status: index === 0 ? ("renamed" as const) : ("deleted" as const),
      additions: index,
      deletions: 0,
    })),
  );
  const program = await db.program.create({
    data: { slug: "late", name: "Late", fixesSince: new Date(many?.mergedAt ?? 0) },
  });
  const { repositoryId } = small;
  await db.programRepository.create({
    data: { programId: program.id, repositoryId, alias: "core" },
  });
  await small.sync();
  const held = await db.changedFile.findMany({
    where: { repositoryId, number: many?.number ?? 0, path: { startsWith: "many/" } },
    orderBy: { path: "asc" },
  });
  expect(held.map(({ status, additions }) => [status, additions])).toEqual([
    ["renamed", 0],
    ...[1, 2, 3, 4, 5, 6].map((additions) => ["removed", additions]),
  ]);
  expect(held[0]?.previousPath).toBe("old.ts");
  const earlier = small.core.pulls.filter(
    (pull) => pull.mergedAt !== null && pull.mergedAt < (many?.mergedAt ?? ""),
  );
  const asked = small.served.requests.entries.map(({ path }) => path);
  expect(earlier.length).toBeGreaterThan(0);
  for (const { number } of earlier)
    expect(asked.some((path) => filesOf(number).test(path))).toBe(false);
  await db.program.update({ where: { id: program.id }, data: { fixesSince: new Date(0) } });
  await small.sync();
  expect((await mergedIn(repositoryId)).every(({ filesKnown }) => filesKnown)).toBe(true);
  expect((await factsOf(repositoryId)).length).toBeGreaterThan(30);
});
