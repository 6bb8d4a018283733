import { IgnoredMeasure } from "#/app/_server/ignored-measure.tsx";
import { orNotFound, readMoment } from "#/app/_server/page-data.ts";
import { readMeasure } from "#/app/_server/read-measure.ts";
import { ClustersScreen } from "#/components/cluster/clusters-screen.tsx";
import { readClustersOrThrow } from "#/lib/read/clusters.ts";
import { readProgramOrThrow } from "#/lib/read/program.ts";

export const metadata = { title: "Clusters" };

export default async function ClustersPage(props: PageProps<"/p/[slug]/clusters">) {
  const { slug } = await props.params;
  const { measure, ignored } = readMeasure(await props.searchParams);
  const { clock } = await readMoment();
  const asked = measure === undefined ? { slug } : { slug, measure };
  const [program, view] = await orNotFound(
    Promise.all([readProgramOrThrow({ slug, clock }), readClustersOrThrow(asked)]),
  );
  return (
    <>
      <IgnoredMeasure ignored={ignored} shown={view.measure} />
      <ClustersScreen program={program} view={view} />
    </>
  );
}
