import type { RepositoryFact } from "#/lib/facts/repository.ts";
import type { Place } from "./ask-repository.ts";
import { parse } from "./parse.ts";
import { Repository } from "./rest-schema.ts";

/** A repository's own facts, also when it is asked for by a name that it had before; throws ForgeError not_found when it cannot be seen. */
export async function readRepository({ api, path }: Place): Promise<RepositoryFact> {
  const row = parse(Repository, (await api.get(path)).body, "repository");
  return {
    externalId: row.id,
    fullName: row.full_name,
    defaultBranch: row.default_branch,
    url: row.html_url ?? null,
  };
}
