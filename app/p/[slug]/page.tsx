import { Hydrate } from "#/app/_server/hydrate.tsx";
import { IgnoredMeasure } from "#/app/_server/ignored-measure.tsx";
import { orNotFound, readMoment } from "#/app/_server/page-data.ts";
import { readMeasure } from "#/app/_server/read-measure.ts";
import { queryKeys } from "#/components/api/query-keys.ts";
import { OverviewScreen } from "#/components/overview/overview-screen.tsx";
import { readOverviewOrThrow } from "#/lib/read/overview.ts";

export const metadata = { title: "Overview" };

export default async function OverviewPage(props: PageProps<"/p/[slug]">) {
  const { slug } = await props.params;
  const search = await props.searchParams;
  const { measure, ignored } = readMeasure(search);
  const { clock } = await readMoment();
  const view = await orNotFound(
    readOverviewOrThrow({ slug, clock, ...(measure === undefined ? {} : { measure }) }),
  );
  return (
    <Hydrate queryKey={queryKeys.overview(slug, measure)} data={view}>
      <IgnoredMeasure ignored={ignored} shown={view.program.measure} />
      <OverviewScreen
        slug={slug}
        chosen={measure}
        direction={search.chart === "up" ? "up" : "down"}
      />
    </Hydrate>
  );
}
