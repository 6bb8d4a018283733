import { type Answer, answerError, answerJson, answerNotFound } from "../answer.ts";
import type { Call, RepositoryCall } from "./call.ts";
import { shapeContent, shapeFolder } from "./shape-content.ts";
import { storedFiles } from "./stored-files.ts";

/** A file with its content, or the entries of a folder without theirs. */
export function answerContents(call: RepositoryCall): Answer {
  const files = storedFiles(call.repository, call.query.get("ref"));
  if (!files) return notFound(call);
  const path = (call.params.filepath ?? "").replace(/\/+$/, "");
  const file = files.get(path);
  if (file) return answerJson(shapeContent(call, { path, file }));
  const folder = shapeFolder(call, { files, folder: path });
  return folder.length > 0 ? answerJson(folder) : notFound(call);
}

export function answerRaw(call: RepositoryCall): Answer {
  const files = storedFiles(call.repository, call.query.get("ref"));
  const file = files?.get(call.params.filepath ?? "");
  if (!file) return notFound(call);
  const headers = { "Content-Type": "text/plain; charset=utf-8" };
  return { status: 200, headers, body: file.read() };
}

/** Many files in one request: one place for each asked, null where there is none. */
export function answerFileContents(call: RepositoryCall): Answer {
  const files = storedFiles(call.repository, call.query.get("ref"));
  if (!files) return notFound(call);
  const asked = askedFiles(call.body || (call.query.get("body") ?? ""));
  if (!asked)
    return answerError({
      status: 422,
      message: "body: files is required",
      rootUrl: call.store.rootUrl,
    });
  // Longer lists are cut in silence at the default page size.
  const kept = asked.slice(0, Math.min(30, call.pageMax));
  return answerJson(
    kept.map((path) => {
      const file = files.get(path);
      return file ? shapeContent(call, { path, file }) : null;
    }),
  );
}

function askedFiles(body: string): string[] | null {
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed !== "object" || parsed === null || !("files" in parsed)) return null;
    const { files } = parsed;
    return Array.isArray(files) ? files.filter((path) => typeof path === "string") : null;
  } catch {
    return null;
  }
}

function notFound({ store }: Call): Answer {
  return answerNotFound(store);
}
