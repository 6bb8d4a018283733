import { sample2615 } from "../../sample-2615/sample-2615.ts";
import { type FakeServer, type ServeOptions, serveFake } from "../../serve.ts";
import { type FakeRepository, repositoryOrThrow } from "../../store.ts";
import { type FakeGithub, githubSkin } from "../skin.ts";

/** The rows of a list in an answer, as a test expects to read them. */
export type Rows<Row> = {
  totalCount: number;
  nodes: Row[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
};

export type Asked<Data> = {
  status: number;
  headers: Headers;
  data: Data;
  errors: { type?: string; message: string; path?: (string | number)[] }[];
};

const OWNER = "molecule-ai";

/** The sample as GitHub serves it, and how it is asked. */
export async function servedGithub(
  options: Partial<ServeOptions> & { skin?: Partial<FakeGithub> } = {},
) {
  const store = options.store ?? sample2615();
  const skin = githubSkin(store.clock.now(), options.skin);
  store.github = skin;
  const server = await serveFake({ ...options, store });
  const repository = repositoryOrThrow(store, "molecule-core");
  const rest = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${server.url}${path}`, { headers, redirect: "manual" });
  const inRepository = (path: string, headers?: Record<string, string>) =>
    rest(`/repos/${OWNER}/${repository.name}${path}`, headers);
  return {
    store,
    skin,
    server,
    repository,
    rest,
    inRepository,
    read: async <Body>(path: string) => (await (await inRepository(path)).json()) as Body,
    ask: <Data>(query: string, variables: object = {}) => ask<Data>(server, { query, variables }),
    /** Asks fields of the repository. */
    of: async <Data>(fields: string) => {
      const query = `{ repository(owner: "${OWNER}", name: "${repository.name}") { ${fields} } }`;
      const asked = await ask<{ repository: Data }>(server, { query });
      return { ...asked, data: asked.data?.repository };
    },
  };
}

async function ask<Data>(server: FakeServer, body: object): Promise<Asked<Data>> {
  const answer = await fetch(`${server.url}/graphql`, {
    method: "POST",
    body: JSON.stringify(body),
  });
  const { data, errors = [] } = (await answer.json()) as Partial<Asked<Data>>;
  return { status: answer.status, headers: answer.headers, data: data as Data, errors };
}

/** A row that a test changes; throws where the sample has none. */
export function firstPull(repository: FakeRepository) {
  const [pull] = repository.pulls;
  if (!pull) throw new Error("The sample has no pull request.");
  return pull;
}
