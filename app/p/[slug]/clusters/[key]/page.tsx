import { IgnoredMeasure } from "#/app/_server/ignored-measure.tsx";
import { orNotFound, readMoment } from "#/app/_server/page-data.ts";
import { readClusterKey } from "#/app/_server/read-cluster-key.ts";
import { readMeasure } from "#/app/_server/read-measure.ts";
import { ClusterScreen } from "#/components/cluster/cluster-screen.tsx";
import { readClusterOrThrow } from "#/lib/read/cluster.ts";
import { readProgramOrThrow } from "#/lib/read/program.ts";

export const metadata = { title: "Cluster" };

export default async function ClusterPage(props: PageProps<"/p/[slug]/clusters/[key]">) {
  const { slug, key } = await props.params;
  const { measure, ignored } = readMeasure(await props.searchParams);
  const { clock } = await readMoment();
  const asked = { slug, key: readClusterKey(key) };
  const [program, view] = await orNotFound(
    Promise.all([
      readProgramOrThrow({ slug, clock }),
      readClusterOrThrow(measure === undefined ? asked : { ...asked, measure }),
    ]),
  );
  return (
    <>
      <IgnoredMeasure ignored={ignored} shown={view.cluster.measure} />
      <ClusterScreen program={program} view={view} />
    </>
  );
}
