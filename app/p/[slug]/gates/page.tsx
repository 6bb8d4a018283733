import { orNotFound, readMoment } from "#/app/_server/page-data.ts";
import { readFilter } from "#/app/_server/read-filter.ts";
import { GatesScreen } from "#/components/gate/gates-screen.tsx";
import { GateFilter } from "#/lib/contract/gate-filter.ts";
import { readGatesOrThrow } from "#/lib/read/gates.ts";

export const metadata = { title: "Gates" };

export default async function GatesPage(props: PageProps<"/p/[slug]/gates">) {
  const { slug } = await props.params;
  const { filter, ignored } = readFilter(GateFilter, await props.searchParams);
  await readMoment();
  const view = await orNotFound(readGatesOrThrow({ slug, filter }));
  return <GatesScreen slug={slug} filter={filter} ignored={ignored} view={view} />;
}
