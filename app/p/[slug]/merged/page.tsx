import { Hydrate } from "#/app/_server/hydrate.tsx";
import { orNotFound, readMoment } from "#/app/_server/page-data.ts";
import { readFilter } from "#/app/_server/read-filter.ts";
import { queryKeys } from "#/components/api/query-keys.ts";
import { MergedScreen } from "#/components/merged/merged-screen.tsx";
import { MergedFilter } from "#/lib/contract/merged.ts";
import { readMergedOrThrow } from "#/lib/read/merged.ts";
import { readProgramOrThrow } from "#/lib/read/program.ts";

export const metadata = { title: "Merged pull requests" };

export default async function MergedPage(props: PageProps<"/p/[slug]/merged">) {
  const { slug } = await props.params;
  const { filter, ignored } = readFilter(MergedFilter, await props.searchParams);
  const { clock } = await readMoment();
  const [program, view] = await orNotFound(
    Promise.all([readProgramOrThrow({ slug, clock }), readMergedOrThrow({ slug, filter })]),
  );
  return (
    <Hydrate queryKey={queryKeys.merged(slug, filter)} data={view}>
      <MergedScreen program={program} filter={filter} ignored={ignored} />
    </Hydrate>
  );
}
