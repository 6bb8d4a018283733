import { type Answer, answerError, answerJson, answerNotFound } from "../answer.ts";
import type { Call, RepositoryCall } from "./call.ts";
import { filesAt } from "./files-at.ts";
import { shapeContent, shapeFolder } from "./shape-content.ts";

/** A file with its content, or the entries of a folder without theirs. */
export function answerContents(call: RepositoryCall): Answer {
  const files = filesAt(call.repository, call.query.get("ref"));
  if (!files) return notFound(call);
  const path = (call.params.filepath ?? "").replace(/\/+$/, "");
  const content = files.get(path);
  if (content !== undefined) return answerJson(shapeContent(call, { path, content }));
  const folder = shapeFolder(call, { files, folder: path });
  return folder.length > 0 ? answerJson(folder) : notFound(call);
}

export function answerRaw(call: RepositoryCall): Answer {
  const files = filesAt(call.repository, call.query.get("ref"));
  const content = files?.get(call.params.filepath ?? "");
  if (content === undefined) return notFound(call);
  return { status: 200, headers: { "Content-Type": "text/plain; charset=utf-8" }, body: content };
}

/** Many files in one request: one place for each asked, null where there is none. */
export function answerFileContents(call: RepositoryCall): Answer {
  const files = filesAt(call.repository, call.query.get("ref"));
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
      const content = files.get(path);
      return content === undefined ? null : shapeContent(call, { path, content });
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
