import { db } from "./db.ts";

export type OpenIssue = {
  readonly number: number;
  readonly title: string;
  readonly author: string | null;
  readonly url: string | null;
  readonly labels: readonly string[];
  readonly createdAt: Date;
};

/** The issues of a repository that are open and existed at this moment, oldest first. */
export function loadOpenIssues(repositoryId: number, at: Date): Promise<OpenIssue[]> {
  return db.issue.findMany({
    where: { repositoryId, state: "open", createdAt: { lte: at } },
    orderBy: [{ createdAt: "asc" }, { number: "asc" }],
    select: { number: true, title: true, author: true, url: true, labels: true, createdAt: true },
  });
}
