import { Hydrate } from "#/app/_server/hydrate.tsx";
import { IgnoredMeasure } from "#/app/_server/ignored-measure.tsx";
import { orNotFound, readMoment } from "#/app/_server/page-data.ts";
import { readMeasure } from "#/app/_server/read-measure.ts";
import { queryKeys } from "#/components/api/query-keys.ts";
import { PlanScreen } from "#/components/plan/plan-screen.tsx";
import { readPlanOrThrow } from "#/lib/read/plan.ts";
import { readProgramOrThrow } from "#/lib/read/program.ts";

export const metadata = { title: "Plan" };

export default async function PlanPage(props: PageProps<"/p/[slug]/plan">) {
  const { slug } = await props.params;
  const { measure, ignored } = readMeasure(await props.searchParams);
  const { clock, actorId } = await readMoment();
  const [program, view] = await orNotFound(
    Promise.all([
      readProgramOrThrow({ slug, clock }),
      readPlanOrThrow({ slug, clock, actorId, measure }),
    ]),
  );
  return (
    <Hydrate queryKey={queryKeys.plan(slug, measure)} data={view}>
      <IgnoredMeasure ignored={ignored} shown={view.measure} />
      <PlanScreen program={program} measure={measure} />
    </Hydrate>
  );
}
