import { z } from "zod";
import { Hydrate } from "#/app/_server/hydrate.tsx";
import { orNotFound, readMoment } from "#/app/_server/page-data.ts";
import { readFilter } from "#/app/_server/read-filter.ts";
import { queryKeys } from "#/components/api/query-keys.ts";
import { LinksScreen } from "#/components/link/links-screen.tsx";
import { readLinksOrThrow } from "#/lib/read/links.ts";

export const metadata = { title: "Links to confirm" };

const LinksFilter = z.object({ page: z.coerce.number().int().min(1).max(100_000).default(1) });

export default async function LinksPage(props: PageProps<"/p/[slug]/links">) {
  const { slug } = await props.params;
  const { filter, ignored } = readFilter(LinksFilter, await props.searchParams);
  const { page } = filter;
  await readMoment();
  const view = await orNotFound(readLinksOrThrow({ slug, page }));
  return (
    <Hydrate queryKey={queryKeys.links(slug, page)} data={view}>
      <LinksScreen slug={slug} page={page} ignored={ignored} />
    </Hydrate>
  );
}
