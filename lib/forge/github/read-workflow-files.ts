import { z } from "zod";
import { type Known, known, unknown } from "#/lib/facts/known.ts";
import type { WorkflowFileFact } from "#/lib/facts/workflow-file.ts";
import { askRepository, type Place, type RepositoryQuestion } from "./ask-repository.ts";
import { FORBIDDEN } from "./read-branch.ts";
import { errorOf, isForbidden } from "./read-graphql.ts";
import { BLOB, Blob, textOf } from "./read-texts.ts";

// This forge reads the last of them alone; which one decides is not for us.
const FOLDERS = [".forgejo/workflows", ".gitea/workflows", ".github/workflows"];

const Entry = z.object({ name: z.string(), type: z.string(), object: Blob.nullish() });
const Folder = z.object({ entries: z.array(Entry).nullish() }).nullish();
const Asked = z.object({
  ref: z.object({ target: z.object({ oid: z.string() }).nullish() }).nullish(),
  d0: Folder,
  d1: Folder,
  d2: Folder,
});

/** The question for the workflow files of a branch. */
export const workflowsQuestion = (branch: string): RepositoryQuestion => {
  const ref = `refs/heads/${branch}`;
  const folders = FOLDERS.map(
    (_, index) =>
      `d${index}: object(expression: $d${index}) { ... on Tree { entries { name type object { ${BLOB} } } } }`,
  );
  return {
    declared: `, $ref: String!${FOLDERS.map((_, index) => `, $d${index}: String!`).join("")}`,
    fields: `ref(qualifiedName: $ref) { target { oid } } ${folders.join(" ")}`,
    variables: {
      ref,
      ...Object.fromEntries(FOLDERS.map((folder, index) => [`d${index}`, `${ref}:${folder}`])),
    },
  };
};

/** The workflow files of a branch, with one question; unknown when the token may not read code, the branch is not there or the forge leaves a text out. */
export async function readWorkflowFiles(
  place: Place,
  branch: string,
): Promise<Known<readonly WorkflowFileFact[]>> {
  const { told, troubles } = await askRepository(place, Asked, workflowsQuestion(branch));
  if (isForbidden(troubles)) return unknown(FORBIDDEN);
  if (troubles.length > 0) throw errorOf(troubles);
  if (!told.ref) {
    return unknown(`The forge has no branch ${branch}, or the token may not see it.`);
  }
  const sha = told.ref.target?.oid ?? "";
  const files: WorkflowFileFact[] = [];
  for (const { path, blob } of listed([told.d0, told.d1, told.d2])) {
    const text = await textOf(place, { sha, path }, blob);
    if (!text.known) return unknown(`The text of ${path} is missing. ${text.why}`);
    files.push({ path, text: text.value });
  }
  return known(files);
}

/** The workflow files of every folder, in the order of their paths. */
function listed(folders: readonly z.infer<typeof Folder>[]): { path: string; blob: Blob | null }[] {
  const files = folders.flatMap((folder, index) =>
    (folder?.entries ?? [])
      .filter(({ name, type }) => type === "blob" && /\.ya?ml$/.test(name))
      .map(({ name, object }) => ({ path: `${FOLDERS[index]}/${name}`, blob: object ?? null })),
  );
  return files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}
