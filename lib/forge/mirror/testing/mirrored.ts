import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { known, unknown } from "#/lib/facts/known.ts";
import type { Forge } from "../../forge.ts";
import { ForgeError } from "../../forge-error.ts";
import { scratchClone } from "../../git/testing/scratch-clone.ts";
import type { MirrorOptions } from "../mirror-options.ts";
import { withMirror } from "../with-mirror.ts";
import { type GitServer, gitServer } from "./git-server.ts";

const refuse = (): never => {
  throw new ForgeError("failed", "Nobody asks this here.");
};

/** A forge whose every answer says that it came by the API, and which notes what it was asked. */
export function apiForge() {
  const asked: string[] = [];
  const note = (what: string, numbers: readonly { readonly number: number }[]) =>
    asked.push(`${what} ${numbers.map(({ number }) => number).join(" ")}`);
  const forge: Forge = {
    probe: refuse,
    repository: refuse,
    page: refuse,
    one: refuse,
    comment: refuse,
    counts: refuse,
    reviews: refuse,
    jobs: refuse,
    checks: refuse,
    protection: refuse,
    requests: () => asked.length,
    async *changedFiles(_repository, wanted) {
      note("files", wanted);
      for (const { number } of wanted) yield { number, files: unknown("by the API") };
    },
    async *patches(_repository, wanted) {
      note("patches", wanted);
      for (const { number } of wanted) yield { number, patches: new Map() };
    },
    async *directCommits(_repository, { from }) {
      asked.push(`line from ${from?.next ?? "the tip"}`);
      yield { rows: [], tip: "by the API", next: null, metEarlier: false };
    },
    async workflowFiles() {
      asked.push("workflows");
      return known([]);
    },
    async tree() {
      asked.push("tree");
      return unknown("by the API");
    },
    async texts(_repository, _sha, paths) {
      asked.push(`texts ${paths.join(" ")}`);
      return new Map(paths.map((path) => [path, known("by the API")]));
    },
  };
  return { forge, asked };
}

/** A repository, a server of it, a cache, and forges that use them. */
export async function mirrored(make: typeof gitServer = gitServer) {
  const scratch = scratchClone();
  const server: GitServer = await make(join(scratch.directory, ".git"));
  const cache = mkdtempSync(join(tmpdir(), "gateline-mirror-"));
  const api = apiForge();
  return {
    scratch,
    server,
    cache,
    asked: api.asked,
    /** A forge as one task opens it. */
    open: (options: Partial<MirrorOptions> = {}): Forge =>
      withMirror(api.forge, {
        cloneUrl: () => server.url,
        token: null,
        key: "source-1",
        directory: join(cache, "mirrors"),
        bytesMax: 1e9,
        network: { privateAddresses: "all", GATELINE_CA_FILE: undefined },
        ...options,
      }),
    /** Sets the head of a pull request to what is checked out. */
    pull: (number: number): string => {
      scratch.git("update-ref", `refs/pull/${number}/head`, "HEAD");
      return scratch.git("rev-parse", "HEAD");
    },
    /** The text of every file of the cache. */
    written: (): string =>
      readdirSync(cache, { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => readFileSync(join(parentPath, name), "latin1"))
        .join("\n"),
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      scratch[Symbol.dispose]();
      rmSync(cache, { recursive: true, force: true });
    },
  };
}

export type Mirrored = Awaited<ReturnType<typeof mirrored>>;

/** As mirrored, with one commit of one file. */
export async function withCommit() {
  const here = await mirrored();
  here.scratch.write("README", "start\n");
  return { ...here, sha: here.scratch.commit("start") };
}

/** The paths of the default branch, or why they are not known. */
export async function treeOf(forge: Forge): Promise<string> {
  const tree = await forge.tree("owner/name", "main");
  return tree.known ? tree.value.paths.join(" ") : tree.why;
}

/** Where the mirror of a cache lies. */
export const folderOf = ({ cache }: Pick<Mirrored, "cache">): string =>
  join(cache, "mirrors", "source-1.git");
