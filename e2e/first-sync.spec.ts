import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { wantedPatches } from "../lib/coverage/wanted-patches.ts";
import { known } from "../lib/facts/known.ts";
import { sample2615 } from "../lib/fake/sample-2615/sample-2615.ts";
import { type FakeServer, serveFake } from "../lib/fake/serve.ts";
import { type FakePullRequest, type FakeRepository, repositoryOrThrow } from "../lib/fake/store.ts";
import { expect, ready, test } from "./support/fixtures.ts";
import { newPlace, type Place, type Server, startServer } from "./support/server.ts";

const root = join(import.meta.dirname, "..");
const REPOSITORIES = ["molecule-core", "molecule-controlplane"];
const SLOW_MS = 25;

type Sources = {
  syncing: boolean;
  sources: {
    id: number;
    repositories: {
      fullName: string;
      run: { state: string; done: number; phase: string } | null;
      streams: {
        stream: string;
        held: number;
        forgeTotal: number | null;
        lastPass: string | null;
      }[];
    }[];
  }[];
};

// Not synchronously: the forge that the command asks is served by this very process.
const gateline = (place: Place, ...args: string[]) =>
  promisify(execFile)(process.execPath, ["bin/gateline.mjs", ...args], {
    cwd: root,
    env: { ...process.env, GATELINE_DATA: join(place.folder, "data") },
  });

const readSources = async (server: Server): Promise<Sources> =>
  (await (await fetch(`${server.url}/api/v1/sources`)).json()) as Sources;

async function held(server: Server) {
  const { sources } = await readSources(server);
  return sources.flatMap(({ repositories }) =>
    repositories.map(({ fullName, streams }) => ({
      fullName,
      held: Object.fromEntries(streams.map((stream) => [stream.stream, stream.held])),
    })),
  );
}

const wholePass = (server: Server) =>
  expect(async () => {
    const { sources } = await readSources(server);
    const streams = sources.flatMap(({ repositories }) =>
      repositories.flatMap((repository) => repository.streams),
    );
    expect(streams.every((stream) => stream.lastPass !== null)).toBe(true);
    expect(streams.length).toBeGreaterThan(0);
  }).toPass({ timeout: 60_000, intervals: [200] });

/** What the forge has of each stream that it counts itself; of the files, that is one list for each pull request that is merged or is open and says what it covers, and of the patches those that the engine asks for. */
const truthOf = ({ issues, pulls, comments, branches, directCommits }: FakeRepository) => {
  const read = pulls.filter(
    ({ state, mergedAt, body }) => mergedAt !== null || (state === "open" && COVERS.test(body)),
  );
  return {
    issues: issues.length,
    pulls: pulls.length,
    comments: comments.length,
    files: read.length,
    patches: read.flatMap(patchesWanted).length,
    // The first commit came with no pull request either.
    commits: directCommits.length + 1,
    workflows: [...(branches[0]?.files.keys() ?? [])].filter((path) =>
      /^\.(gitea|github|forgejo)\/workflows\/[^/]+\.ya?ml$/.test(path),
    ).length,
  };
};

const STATUS = { changed: "modified", deleted: "removed" } as const;

const COVERS = /\bcovers #\d+/i;

/** What is said to close a declared gap; only molecule-controlplane has these numbers. */
const CLOSING = [736, 737];

const patchesWanted = ({ number, title, body, labels, headRef, files }: FakePullRequest) =>
  wantedPatches({
    title,
    asFix: COVERS.test(body) || CLOSING.includes(number),
    labels,
    headRef,
    files: known(
      files.map(({ status, patch: _, ...file }) => ({
        ...file,
        status: status === "changed" || status === "deleted" ? STATUS[status] : status,
      })),
    ),
  });

async function addProgram(place: Place, forge: FakeServer): Promise<void> {
  await gateline(place, "source", "add", "forge", forge.url);
  await gateline(place, "program", "add", "safety", "Safety", "--fixes-since", "2026-04-13");
  for (const name of REPOSITORIES) {
    await gateline(
      place,
      "program",
      "scope",
      "safety",
      "1",
      `molecule-ai/${name}`,
      "--alias",
      name,
    );
  }
}

/** The gaps that the sample declares: the checks of what closes them are read too. */
async function declareGaps({ url }: Server): Promise<void> {
  const send = (method: string, path: string, body: object) =>
    fetch(`${url}/api/v1${path}`, { method, body: JSON.stringify(body) });
  await send("PUT", "/operator", { name: "Operator" });
  for (const number of CLOSING) {
    const closedBy = [{ repo: "molecule-controlplane", number }];
    const gap = { repo: "molecule-controlplane", title: `closed by ${number}`, closedBy };
    expect((await send("POST", "/programs/safety/declared", gap)).status).toBe(201);
  }
}

test("an operator whose server is killed in the middle of the first sync starts it again, and nothing is doubled or missing", async ({
  sample,
}) => {
  const undisturbed = await held(sample.server);
  const store = sample2615();
  const forge = await serveFake({ store, faults: () => ({ kind: "delay", delayMs: SLOW_MS }) });
  const place = await newPlace();
  const first = startServer(place, { args: ["--no-sample"] });
  await ready(first);
  await addProgram(place, forge);
  await declareGaps(first);
  await expect(async () => {
    const { sources } = await readSources(first);
    const runs = sources.flatMap(({ repositories }) =>
      repositories.flatMap(({ run }) => run ?? []),
    );
    expect(runs.some((run) => run.state === "running" && run.done > 0)).toBe(true);
  }).toPass({ timeout: 30_000, intervals: [20] });
  await first.stop("SIGKILL");

  const second = startServer(place, { args: ["--no-sample"] });
  await ready(second);
  await wholePass(second);
  const rows = await held(second);
  for (const name of REPOSITORIES) {
    const isIt = ({ fullName }: { fullName: string }) => fullName === `molecule-ai/${name}`;
    // What is asked for by what was read before is as much as where nothing was killed.
    const { sources, checks, protection, ...rest } = undisturbed.find(isIt)?.held ?? {};
    const truth = truthOf(repositoryOrThrow(store, name));
    expect(rows.find(isIt)?.held).toEqual({ ...rest, ...truth, sources, checks, protection });
    expect([sources, checks, protection].every((count) => Number(count) > 0)).toBe(true);
  }
  await expect(async () => {
    const answer = await fetch(`${second.url}/api/v1/programs/safety/gaps?measure=has_test@1`);
    expect(await answer.json()).toMatchObject({ total: 154, counts: { covered: 102 } });
  }).toPass({ timeout: 30_000, intervals: [200] });
  await second.stop("SIGTERM");
  await forge.close();
});

test("an operator watches the first sync of a forge on the sources page", async ({ page }) => {
  const forge = await serveFake({
    store: sample2615(),
    faults: () => ({ kind: "delay", delayMs: SLOW_MS }),
  });
  const place = await newPlace();
  const server = startServer(place, { args: ["--no-sample"] });
  await ready(server);
  await addProgram(place, forge);
  await page.goto(`${server.url}/settings/sources`);
  await expect(page.getByText(/Syncing/i).first()).toBeVisible();
  await wholePass(server);
  await expect(page.getByText("In sync")).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole("row", { name: /pull/i }).first()).toContainText(/\d/);
  await server.stop("SIGTERM");
  await forge.close();
});

test("an operator whose token is refused reads why and what to do, and nothing is stored", async () => {
  const forge = await serveFake({ store: sample2615(), token: "right" });
  const place = await newPlace();
  const server = startServer(place, { args: ["--no-sample"] });
  await ready(server);
  await fetch(`${server.url}/api/v1/operator`, {
    method: "PUT",
    body: JSON.stringify({ name: "Operator" }),
  });
  const answer = await fetch(`${server.url}/api/v1/sources`, {
    method: "POST",
    body: JSON.stringify({ name: "forge", kind: "gitea", url: forge.url, token: "wrong-token" }),
  });
  expect(answer.status).toBe(403);
  const { message } = (await answer.json()) as { message: string };
  expect(message).toContain("refuses the token. Enter a valid one");
  expect(message).not.toContain("wrong-token");
  expect((await readSources(server)).sources).toEqual([]);
  await server.stop("SIGTERM");
  await forge.close();
});

test("an operator gives a source another token on its page: a refused one changes nothing, a good one is taken", async ({
  page,
}) => {
  const forge = await serveFake({ store: sample2615(), token: "right" });
  const place = await newPlace();
  const server = startServer(place, { args: ["--no-sample"] });
  await ready(server);
  const json = (body: object) => ({ method: "POST", body: JSON.stringify(body) });
  await fetch(`${server.url}/api/v1/operator`, { ...json({ name: "Operator" }), method: "PUT" });
  const source = { name: "forge", kind: "gitea", url: forge.url, token: "right" };
  expect((await fetch(`${server.url}/api/v1/sources`, json(source))).status).toBe(201);

  await page.goto(`${server.url}/settings/sources`);
  await page.getByText("Replace the token").click();
  await page.getByLabel("New token").fill("wrong-token");
  await page.getByRole("button", { name: "Use this token" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "refuses the token" })).toBeVisible();
  await page.getByLabel("New token").fill("right");
  await page.getByRole("button", { name: "Use this token" }).click();
  await expect(page.getByText("forge answers to the new token")).toBeVisible();
  await expect(page.getByLabel("New token")).toHaveValue("");
  await server.stop("SIGTERM");
  await forge.close();
});
