// Brings pull requests and their files into an empty database the usual way: a request a pull request and an upsert a row.
import { z } from "zod";
import { giteaForge } from "../../lib/forge/gitea/gitea-forge.ts";
import { ChangedFile, PullRequest } from "../../lib/forge/gitea/schema.ts";
import { toChangedFile, toPullRequest } from "../../lib/forge/gitea/to-facts.ts";
import { db } from "../../lib/store/db.ts";
import { saveRepository } from "../../lib/store/save-repository.ts";
import { FULL_NAME } from "./serve-generated.ts";

const Input = z.object({
  url: z.string(),
  /** How many of the newest are brought, whole pages of them. */
  sample: z.int(),
});
const PAGE = 50;

const { url, sample } = Input.parse(JSON.parse(process.argv[2] ?? ""));
const source = await db.source.create({ data: { name: url, kind: "gitea", url } });
const fact = await giteaForge({ url, token: null }).repository(FULL_NAME);
const repositoryId = await saveRepository(db, source.id, fact);
const started = performance.now();
let pulls = 0;
for (let page = 1; pulls < sample; page += 1) {
  const rows = await list(`pulls?state=all&page=${page}&limit=${PAGE}`, PullRequest);
  for (const row of rows) {
    const { number } = row;
    const key = { repositoryId, number };
    const pull = pullOf(row);
    await db.pullRequest.upsert({
      where: { repositoryId_number: key },
      create: { ...key, ...pull },
      update: pull,
    });
    // As ours, it wants the files of what was merged.
    const changed = row.merged
      ? await list(`pulls/${number}/files?limit=${PAGE}`, ChangedFile)
      : [];
    for (const each of changed) {
      const file = fileOf(each);
      await db.changedFile.upsert({
        where: { repositoryId_number_path: { ...key, path: file.path } },
        create: { ...key, ...file },
        update: file,
      });
    }
  }
  pulls += rows.length;
  if (rows.length < PAGE) break;
}
process.send?.({ seconds: (performance.now() - started) / 1000, pulls });
await db.$disconnect();

async function list<Row>(what: string, schema: z.ZodType<Row>): Promise<Row[]> {
  const answer = await fetch(`${url}/api/v1/repos/${FULL_NAME}/${what}`);
  return z.array(schema).parse(await answer.json());
}

function pullOf(row: PullRequest) {
  const pull = toPullRequest(row);
  const { externalId, title, body, state, author, baseRef, headRef, headSha, mergeSha } = pull;
  const { createdAt, updatedAt, mergedAt } = pull;
  const named = { externalId, title, body, state, author, labels: [...pull.labels], url: pull.url };
  return { ...named, baseRef, headRef, headSha, mergeSha, createdAt, updatedAt, mergedAt };
}

function fileOf(row: ChangedFile) {
  const { path, previousPath, status, additions, deletions } = toChangedFile(row);
  return { path, previousPath, status, additions, deletions };
}
