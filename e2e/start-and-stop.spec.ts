import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import pg from "pg";
import { findBinaries } from "../lib/store/embedded/find-binaries.ts";
import { startPostgres } from "../lib/store/embedded/start-postgres.ts";
import { expect, ready, test } from "./support/fixtures.ts";
import { health, newPlace, type Server, startServer } from "./support/server.ts";

/** Processes that carry this place's folder in their command line or environment. */
function processesOf(folder: string): string[] {
  return readdirSync("/proc")
    .filter((pid) => /^\d+$/.test(pid))
    .filter((pid) =>
      [`/proc/${pid}/cmdline`, `/proc/${pid}/environ`].some((file) => read(file).includes(folder)),
    );
}

function read(file: string): string {
  try {
    return readFileSync(file, "latin1");
  } catch {
    return "";
  }
}

async function expectNoneLeft(folder: string): Promise<void> {
  await expect(() => expect(processesOf(folder)).toEqual([])).toPass({ timeout: 15_000 });
}

test("an operator who stops the server leaves no process behind, and starts it again with the same data", async () => {
  const place = await newPlace();
  const first = startServer(place);
  await ready(first);
  expect(await first.stop("SIGINT")).toBe(0);
  await expectNoneLeft(place.folder);

  const second = startServer(place);
  await ready(second);
  const response = await fetch(`${second.url}/api/v1/programs/2615/gaps?measure=has_test@1`);
  expect(((await response.json()) as { total: number }).total).toBe(154);
  expect(await second.stop("SIGTERM")).toBe(0);
  await expectNoneLeft(place.folder);
});

test("an operator whose server was killed starts it again in spite of the stale lock", async () => {
  const place = await newPlace();
  const first = startServer(place, { args: ["--no-sample"] });
  await ready(first);
  await first.stop("SIGKILL");
  await expectNoneLeft(place.folder);
  const second = startServer(place, { args: ["--no-sample"] });
  await ready(second);
  await second.stop("SIGTERM");
});

test("an operator with a Postgres of their own has it used instead of the embedded one", async () => {
  const place = await newPlace();
  const { url } = await startPostgres(join(place.folder, "other"), await findBinaries());
  const server = startServer(place, { args: ["--no-sample"], env: { DATABASE_URL: url } });
  await ready(server);
  const database = new pg.Client({ connectionString: url });
  await database.connect();
  const { rows } = await database.query<{ n: number }>("select count(*)::int as n from program");
  expect(rows).toEqual([{ n: 0 }]);
  await database.end();
  expect(existsSync(join(place.folder, "data", "data"))).toBe(false);
  await server.stop("SIGTERM");
});

test("an operator who wants no sample gets an empty server that says what to do", async ({
  page,
}) => {
  const place = await newPlace();
  const server = startServer(place, { args: ["--no-sample"] });
  await ready(server);
  await page.goto(server.url);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const programs = await fetch(`${server.url}/api/v1/programs/2615/overview`);
  expect(programs.status).toBe(404);
  await server.stop("SIGTERM");
});

test.describe("an operator gets one sentence with the next step and exit code 1 when", () => {
  const expectSentence = async (server: Server, sentence: RegExp) => {
    expect(await server.ended).toBe(1);
    expect(server.output()).toMatch(sentence);
    expect(server.output()).not.toMatch(/\n\s+at .+:\d+:\d+/);
  };

  test("the port is taken", async () => {
    const place = await newPlace();
    const holder = createServer().listen(place.port, "127.0.0.1");
    await expectSentence(startServer(place), new RegExp(`Port ${place.port} is taken\\. .*PORT=`));
    holder.close();
  });

  test("the data directory cannot be written", async () => {
    const place = await newPlace();
    // Root may write anywhere, but not below a file.
    const file = join(place.folder, "file");
    writeFileSync(file, "");
    const server = startServer(place, { env: { GATELINE_DATA: join(file, "data") } });
    await expectSentence(server, /is not writable .*GATELINE_DATA/s);
  });

  test("Postgres cannot be reached", async () => {
    const place = await newPlace();
    const env = { DATABASE_URL: "postgresql://nobody:secret@127.0.0.1:1/none" };
    const server = startServer(place, { env });
    await expectSentence(server, /Postgres is not reachable .*DATABASE_URL/s);
    expect(server.output()).not.toContain("secret");
  });

  test("a migration fails, and nothing of it is left behind", async () => {
    const place = await newPlace();
    const { url } = await startPostgres(join(place.folder, "other"), await findBinaries());
    const database = new pg.Client({ connectionString: url });
    await database.connect();
    await database.query("create table actor (somebody text)");
    const server = startServer(place, { env: { DATABASE_URL: url } });
    await expectSentence(server, /A migration failed and was rolled back.*Next: /s);
    const { rows } = await database.query<{ name: string }>(
      "select relname as name from pg_class where relname in ('actor', 'program', 'item')",
    );
    expect(rows.map((row) => row.name)).toEqual(["actor"]);
    await database.end();
  });

  test("the port is no number", async () => {
    const place = await newPlace();
    const server = startServer(place, { env: { PORT: "many" } });
    expect(await server.ended).toBe(2);
    expect(server.output()).toMatch(/PORT is not usable/);
  });
});

test("a monitor that asks while the server starts hears 503 and the step in progress", async () => {
  const place = await newPlace();
  const server = startServer(place);
  const steps = new Set<string>();
  await expect(async () => {
    const answer = await health(server);
    if (answer?.status === 503 && answer.step) steps.add(answer.step.replace(/ \(.*/, ""));
    expect(answer?.status).toBe(200);
  }).toPass({ timeout: 60_000, intervals: [20] });
  expect([...steps]).toContain("loading the sample program");
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  await server.stop("SIGTERM");
});
