import type { Place } from "./ask-repository.ts";
import { parse } from "./parse.ts";
import { PullFile } from "./rest-schema.ts";
import { FILES_MAX } from "./to-facts.ts";

const PER_PAGE = 100;

/** The files of a pull request with their previous paths and patches, in pages of a hundred; it ends after so many as the forge tells. */
export async function* listPullFiles(
  { api, path }: Place,
  number: number,
): AsyncGenerator<readonly PullFile[]> {
  for (let page = 1; page <= FILES_MAX / PER_PAGE; page += 1) {
    const query = `per_page=${PER_PAGE}&page=${page}`;
    const { body } = await api.get(`${path}/pulls/${number}/files?${query}`);
    const rows = parse(PullFile.array(), body, "changed files");
    yield rows;
    if (rows.length < PER_PAGE) return;
  }
}
