import { db } from "#/lib/store/db.ts";
import { saveRepository } from "#/lib/store/save-repository.ts";

type Merged = {
  readonly title: string;
  readonly body?: string;
  readonly baseRef?: string;
  readonly mergeSha?: string;
};

/** A moment of the days that merged pull requests are counted by. */
export const day = (number: number) => new Date(Date.UTC(2026, 5, number));
/** The id of the commit of a pull request or of a push. */
export const shaOf = (number: number) => `${number}`.padStart(40, "a");

/** A stored repository to which a test adds pull requests, merged on the day of their number, and pushed commits. */
export async function storedRepository(name: string) {
  const source = await db.source.create({ data: { name, kind: "gitea", url: "http://x.test" } });
  const facts = { externalId: name, fullName: `owner/${name}`, defaultBranch: "main", url: null };
  const id = await saveRepository(db, source.id, facts);
  const at = (number: number) => ({ createdAt: day(number), updatedAt: day(number) });
  return {
    id,
    merged: (number: number, { baseRef = "main", mergeSha = shaOf(number), ...more }: Merged) =>
      db.pullRequest.create({
        data: {
          repositoryId: id,
          number,
          externalId: `${number}`,
          state: "merged",
          labels: [],
          filesKnown: true,
          mergedAt: day(number),
          ...at(number),
          baseRef,
          mergeSha,
          ...more,
          files: { create: { path: `src/a${number}.go`, status: "modified" } },
        },
      }),
    pushed: (number: number, title: string, body = "") =>
      db.directCommit.create({
        data: {
          repositoryId: id,
          sha: shaOf(number),
          title,
          body,
          walk: 1,
          author: "kimi",
          committedAt: day(number),
        },
      }),
  };
}
