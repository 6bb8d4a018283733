import { gunzipSync } from "node:zlib";
import { type Answer, type Answered, type Asked, answerError, answerNotFound } from "../answer.ts";
import type { FakeRepository, FakeStore } from "../store.ts";
import type { FakeGit } from "./fake-git.ts";
import type { GitFolder } from "./git-folder.ts";
import { runGit } from "./run-git.ts";

export type GitOptions = { readonly filters: boolean; readonly anyId: boolean };

const SERVICE = "git-upload-pack";
const ADDRESS =
  /^\/([^/]+)\/([^/]+)\.git\/(info\/refs|git-upload-pack|git-receive-pack|HEAD|objects\/.*)$/;

/** Answers git's own requests, which smart HTTP makes of fetching; null for any other address. */
export function answerGit(
  asked: Asked,
  { folder, options }: { readonly folder: GitFolder; readonly options: GitOptions },
): Answered | null {
  const [, owner, name, what] = ADDRESS.exec(decoded(asked.url.pathname)) ?? [];
  if (owner === undefined || name === undefined || what === undefined) return null;
  const endpoint = `GIT ${asked.method} ${what.startsWith("objects/") ? "objects" : what}`;
  const answer = async (): Promise<Answer> => {
    const { repository, isFormer } = find(asked.store, owner, name);
    if (!repository?.git) return answerNotFound(asked.store);
    if (isFormer) return movedTo(repository, { asked, what });
    const service = asked.url.searchParams.get("service");
    if (asked.method === "GET" && what === "info/refs" && service === SERVICE) {
      return advertise(asked, { directory: await directoryOf(repository, repository.git) });
    }
    if (asked.method === "POST" && what === SERVICE) {
      return upload(asked, { directory: await directoryOf(repository, repository.git) });
    }
    // Neither pushing nor the old way of fetching file by file is there.
    const message = "The fake forge serves git for fetching over smart HTTP.";
    return answerError({ status: 403, message, rootUrl: asked.store.rootUrl });
  };
  const directoryOf = ({ defaultBranch }: FakeRepository, git: FakeGit) =>
    folder.directoryOf(git, { defaultBranch, ...options });
  return { endpoint, kind: "git", answer };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function find({ repositories }: FakeStore, owner: string, name: string) {
  const owned = repositories.filter((each) => each.owner.toLowerCase() === owner.toLowerCase());
  const isNamed = (each: string): boolean => each.toLowerCase() === name.toLowerCase();
  const repository = owned.find((each) => isNamed(each.name));
  if (repository) return { repository, isFormer: false };
  return { repository: owned.find((each) => each.formerNames.some(isNamed)), isFormer: true };
}

function movedTo(
  { owner, name }: FakeRepository,
  { asked, what }: { readonly asked: Asked; readonly what: string },
): Answer {
  const path = [owner, `${name}.git`].map(encodeURIComponent).join("/");
  return { status: 301, headers: { Location: `/${path}/${what}${asked.url.search}` }, body: "" };
}

type Served = { readonly directory: string };

async function advertise({ headers }: Asked, { directory }: Served): Promise<Answer> {
  const protocol = protocolOf(headers["git-protocol"]);
  const args = ["upload-pack", "--stateless-rpc", "--advertise-refs", directory];
  const refs = await runGit({ args, input: [], protocol });
  const named = `# service=${SERVICE}\n`;
  const line = `${(named.length + 4).toString(16).padStart(4, "0")}${named}0000`;
  return answerBytes(
    `application/x-${SERVICE}-advertisement`,
    Buffer.concat([Buffer.from(line), refs]),
  );
}

async function upload({ headers, bytes }: Asked, { directory }: Served): Promise<Answer> {
  const input = headers["content-encoding"] === "gzip" ? gunzipSync(bytes) : bytes;
  const args = ["upload-pack", "--stateless-rpc", directory];
  const protocol = protocolOf(headers["git-protocol"]);
  return answerBytes(
    `application/x-${SERVICE}-result`,
    await runGit({ args, input: [input], protocol }),
  );
}

// It goes into the environment of a process, so nothing else than what git sends.
const protocolOf = (header: string | undefined): string | null =>
  header !== undefined && /^[a-z0-9=:.-]{1,100}$/.test(header) ? header : null;

function answerBytes(type: string, body: Uint8Array): Answer {
  const headers = { "Content-Type": type, "Cache-Control": "no-cache" };
  return { status: 200, headers, body };
}
