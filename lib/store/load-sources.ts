import { type Known, known, unknown } from "#/lib/facts/known.ts";
import type { SourceFiles } from "#/lib/facts/source-file.ts";
import { db } from "./db.ts";

const NOT_READ = "The files that gates run by were not read yet; the next sync reads them.";

/** The names of every file of the default branch and the texts of those that its gates run by; unknown with the reason while the last pass could not read them. */
export async function loadSources(repositoryId: number): Promise<Known<SourceFiles>> {
  const stream = await db.syncStream.findUnique({
    where: { repositoryId_stream: { repositoryId, stream: "sources" } },
  });
  if (stream?.refusal) return unknown(stream.refusal);
  const tree = await db.repositoryTree.findUnique({ where: { repositoryId } });
  if (!stream?.completedAt || tree === null) return unknown(NOT_READ);
  const files = await db.sourceFile.findMany({ where: { repositoryId } });
  const texts = new Map(
    files.map(({ path, text, why }) => [path, text === null ? unknown(why ?? "") : known(text)]),
  );
  return known({ paths: tree.paths, text: (path) => texts.get(path) ?? null });
}

/** The commit whose tree was held last; null while none was. */
export async function loadTreeSha(repositoryId: number): Promise<string | null> {
  const tree = await db.repositoryTree.findUnique({
    where: { repositoryId },
    select: { sha: true },
  });
  return tree?.sha ?? null;
}
