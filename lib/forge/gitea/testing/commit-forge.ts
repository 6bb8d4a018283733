import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { giteaForge } from "../gitea-forge.ts";
import { forgetServer } from "../know-server.ts";

/** A commit by name; minutes may lie in any order. */
export type Made = {
  sha: string;
  parents: string[];
  minute: number;
  message: string;
  /** The minute in which its author wrote it; the commit's own unless said. */
  written?: number;
};

export type CommitForge = {
  readonly commits: Made[];
  /** The commits of pull requests, by their numbers. */
  readonly pulls?: Record<number, Made[]>;
  readonly pageMax: number;
  /** Spoils a page of commits; a number is a status. */
  readonly spoil?: (rows: Made[], asked: string) => Made[] | number;
};

/** A forge that lists commits as git does: from one on, with all that was merged into it, the newest of those that are known first. The branch `main` is the first commit. */
export async function commitForge({ commits, pulls = {}, pageMax, spoil }: CommitForge) {
  const asked: string[] = [];
  const answer = (url: URL): unknown => {
    if (url.pathname.endsWith("/version")) return { version: "1.27.0" };
    if (url.pathname.endsWith("/settings/api")) return { max_response_items: pageMax };
    const page = Number(url.searchParams.get("page"));
    const of = /\/pulls\/(\d+)\/commits$/.exec(url.pathname)?.[1];
    asked.push(of ?? url.searchParams.get("sha") ?? "");
    const listed = of === undefined ? listFrom(commits, url) : (pulls[Number(of)] ?? 404);
    if (typeof listed === "number") return listed;
    const rows = listed.slice((page - 1) * pageMax, page * pageMax);
    const given = spoil && of === undefined ? spoil(rows, asked.at(-1) ?? "") : rows;
    return typeof given === "number" ? given : given.map(shape);
  };
  const server = createServer((request, response) => {
    const given = answer(new URL(request.url ?? "/", "http://forge.example"));
    response.writeHead(typeof given === "number" ? given : 200);
    response.end(JSON.stringify(given));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  forgetServer(`${url}/api/v1`);
  return {
    asked,
    forge: giteaForge({ url, token: null, waitFirstMs: 0 }),
    async [Symbol.asyncDispose](): Promise<void> {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function listFrom(commits: readonly Made[], { searchParams }: URL): Made[] | 404 | 409 {
  const bySha = new Map(commits.map((commit) => [commit.sha, commit]));
  const ref = searchParams.get("sha") ?? "";
  const first = ref === "main" ? commits[0] : bySha.get(ref);
  if (!first) return commits.length === 0 ? 409 : 404;
  const met = new Set([first]);
  const queue = [first];
  const listed: Made[] = [];
  for (let next = queue.shift(); next; next = queue.shift()) {
    listed.push(next);
    for (const sha of next.parents) {
      const parent = bySha.get(sha);
      if (!parent || met.has(parent)) continue;
      met.add(parent);
      queue.push(parent);
    }
    queue.sort((one, other) => other.minute - one.minute);
  }
  return listed;
}

/** The moment of a minute. */
export const at = (minute: number): Date => new Date(Date.UTC(2026, 5, 1) + minute * 60_000);

const shape = ({ sha, parents, minute, message, written }: Made) => ({
  sha,
  html_url: `https://f/o/r/commit/${sha}`,
  author: null,
  commit: {
    message,
    author: { name: "kimi", email: "k@f.example", date: at(written ?? minute).toISOString() },
    committer: { name: "f", email: "f@f.example", date: at(minute).toISOString() },
  },
  parents: parents.map((parent) => ({ sha: parent })),
});
