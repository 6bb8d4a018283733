// Reads what our sync reads, one page after the other and then the commits, and writes nothing down.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { FULL_NAME } from "./serve-generated.ts";

const PAGE = 50;
const PULLS = "remote.origin.fetch=+refs/pull/*/head:refs/pull/*/head";

const { url } = z.object({ url: z.string() }).parse(JSON.parse(process.argv[2] ?? ""));
const folder = mkdtempSync(join(tmpdir(), "gateline-bench-"));
try {
  const started = performance.now();
  const pulls = await readPages();
  const read = performance.now();
  const args = ["clone", "--bare", "--quiet", "--filter=blob:none", "-c", PULLS];
  execFileSync("git", [...args, `${url}/${FULL_NAME}.git`, folder], { stdio: "ignore" });
  const ended = performance.now();
  process.send?.({
    pulls,
    pagesSeconds: (read - started) / 1000,
    seconds: (ended - started) / 1000,
  });
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

async function readPages(): Promise<number> {
  for (let page = 1, pulls = 0; ; page += 1) {
    const path = `/api/v1/repos/${FULL_NAME}/pulls?state=all&page=${page}&limit=${PAGE}`;
    const answer = await fetch(`${url}${path}`);
    const rows = z.array(z.unknown()).parse(await answer.json());
    pulls += rows.length;
    if (rows.length < PAGE) return pulls;
  }
}
