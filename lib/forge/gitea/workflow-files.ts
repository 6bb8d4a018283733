import { type Known, known, unknown } from "#/lib/facts/known.ts";
import type { WorkflowFileFact } from "#/lib/facts/workflow-file.ts";
import { isForbidden } from "../fails-all.ts";
import { ForgeError } from "../forge-error.ts";
import type { HttpClient } from "../http.ts";
import { parse } from "./parse.ts";
import * as schema from "./schema.ts";

const DIRECTORIES = [".forgejo/workflows", ".gitea/workflows", ".github/workflows"];

/** The workflow files of every directory that a forge may read, at a branch; which one decides is not for us. Unknown when the token may not read code or the forge leaves a text out. */
export async function readWorkflowFiles(
  http: HttpClient,
  repository: string,
  branch: string,
): Promise<Known<readonly WorkflowFileFact[]>> {
  const at = `?ref=${encodeURIComponent(branch)}`;
  const files: WorkflowFileFact[] = [];
  for (const directory of DIRECTORIES) {
    const listed = await list(http, `/repos/${repository}/contents/${directory}${at}`);
    if (listed === "forbidden")
      return unknown("The token may not read the code of this repository.");
    if (listed === "absent") continue;
    for (const path of listed.filter((name) => /\.ya?ml$/.test(name)).toSorted()) {
      const encoded = path.split("/").map(encodeURIComponent).join("/");
      const { body } = await http.get(`/repos/${repository}/contents/${encoded}${at}`);
      const file = parse(schema.FileContent, body, "file content");
      if (typeof file.content !== "string") return unknown(withoutText(path));
      files.push({ path, text: Buffer.from(file.content, "base64").toString("utf8") });
    }
  }
  return known(files);
}

const withoutText = (path: string): string =>
  `The forge gives no text for ${path}, as it does for a file over its size limit. Raise the limit there (DEFAULT_MAX_BLOB_SIZE) or make the file smaller.`;

async function list(http: HttpClient, path: string): Promise<string[] | "absent" | "forbidden"> {
  try {
    const { body } = await http.get(path);
    return parse(schema.DirectoryEntry.array(), body, "directory")
      .filter((entry) => entry.type === "file")
      .map((entry) => entry.path);
  } catch (error) {
    if (error instanceof ForgeError && error.status === 404) return "absent";
    if (isForbidden(error)) return "forbidden";
    throw error;
  }
}
