import { Hydrate } from "#/app/_server/hydrate.tsx";
import { orNotFound, readMoment } from "#/app/_server/page-data.ts";
import { readFilter } from "#/app/_server/read-filter.ts";
import { queryKeys } from "#/components/api/query-keys.ts";
import { GapScreen } from "#/components/gap/gap-screen.tsx";
import { GapFilter } from "#/lib/contract/gap-filter.ts";
import { readDeclaredOrThrow } from "#/lib/read/declared.ts";
import { readGapsOrThrow } from "#/lib/read/gaps.ts";
import { readProgramOrThrow } from "#/lib/read/program.ts";
import { readPlaces } from "./read-places.ts";

export const metadata = { title: "Gaps" };

export default async function GapsPage(props: PageProps<"/p/[slug]/gaps">) {
  const { slug } = await props.params;
  const { filter, ignored } = readFilter(GapFilter, await props.searchParams);
  const { clock, actorId } = await readMoment();
  const [program, view, declared, places] = await orNotFound(
    Promise.all([
      readProgramOrThrow({ slug, clock }),
      readGapsOrThrow({ slug, filter, clock, actorId }),
      filter.population === "issue" ? readDeclaredOrThrow({ slug }) : [],
      readPlaces(slug),
    ]),
  );
  return (
    <Hydrate queryKey={queryKeys.gaps(slug, filter)} data={view}>
      <GapScreen
        program={program}
        filter={filter}
        ignored={ignored}
        uncounted={declared.filter(({ counts }) => !counts)}
        places={places}
      />
    </Hydrate>
  );
}
