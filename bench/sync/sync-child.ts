// Brings the pull requests of a repository and their files into an empty database, as the worker does.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { readEnv } from "../../lib/env.ts";
import { openForge } from "../../lib/forge/open-forge.ts";
import { db } from "../../lib/store/db.ts";
import { saveRepository } from "../../lib/store/save-repository.ts";
import { startRun } from "../../lib/store/sync-runs.ts";
import { openTask } from "../../lib/sync/open-task.ts";
import { readStream } from "../../lib/sync/read-stream.ts";
import { syncFiles } from "../../lib/sync/sync-files.ts";
import { walkWhole } from "../../lib/sync/walk-whole.ts";
import { FULL_NAME } from "./serve-generated.ts";

const Input = z.object({
  url: z.string(),
  kind: z.enum(["gitea", "github"]),
  /** Where files come by git. */
  withGit: z.boolean(),
});

const { url, kind, withGit } = Input.parse(JSON.parse(process.argv[2] ?? ""));
const directory = join(readEnv().dataDirectory, "cache");
const forge = openForge(
  { kind, url, token: kind === "github" ? "ghp_b16b00b5" : undefined },
  withGit ? { mirror: { key: "bench", directory, bytesMax: 8 * 1024 ** 3 } } : {},
);
const source = await db.source.create({ data: { name: url, kind, url } });
const repositoryId = await saveRepository(db, source.id, await forge.repository(FULL_NAME));
const runId = await startRun(repositoryId, new Date());
const started = performance.now();
const { signal } = new AbortController();
const task = await openTask({ repositoryId, forge, now: () => new Date(), signal }, runId);
await readStream(task, "pulls", async (leased) => {
  await walkWhole(leased, "pulls");
});
const walked = performance.now();
await readStream(task, "files", syncFiles);
const ended = performance.now();
const peakKb = Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1]);
const where = { repositoryId };
process.send?.({
  seconds: (ended - started) / 1000,
  walkSeconds: (walked - started) / 1000,
  peakMb: peakKb / 1024,
  pulls: await db.pullRequest.count({ where }),
  merged: await db.pullRequest.count({ where: { ...where, state: "merged" } }),
  withFiles: await db.pullRequest.count({ where: { ...where, state: "merged", filesKnown: true } }),
  files: await db.changedFile.count({ where }),
});
await db.$disconnect();
