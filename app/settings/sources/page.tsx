import { Hydrate } from "#/app/_server/hydrate.tsx";
import { readMoment } from "#/app/_server/page-data.ts";
import { queryKeys } from "#/components/api/query-keys.ts";
import { SourcesScreen } from "#/components/source/sources-screen.tsx";
import { readSources } from "#/lib/read/sources.ts";

export const metadata = { title: "Sources" };

export default async function SourcesPage() {
  const { clock } = await readMoment();
  return (
    <Hydrate queryKey={queryKeys.sources()} data={await readSources()}>
      <SourcesScreen renderedAt={clock.toISOString()} />
    </Hydrate>
  );
}
