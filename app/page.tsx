import { redirect } from "next/navigation";
import { readMoment } from "#/app/_server/page-data.ts";
import { Shell } from "#/app/_server/shell.tsx";
import { paths } from "#/components/layout/paths.ts";
import { FirstUse } from "#/components/program/first-use.tsx";
import { readPrograms } from "#/lib/read/programs.ts";
import { readSources } from "#/lib/read/sources.ts";

export default async function HomePage() {
  const { clock } = await readMoment();
  const programs = await readPrograms();
  const first = programs.find((program) => !program.archived);
  if (first !== undefined) redirect(paths.overview(first.slug));
  // All of them are in the archive, which is there.
  if (programs.length > 0) redirect(paths.programs);
  const { sources } = await readSources();
  return (
    <Shell program={null}>
      <FirstUse hasSource={sources.length > 0} today={clock.toISOString().slice(0, 10)} />
    </Shell>
  );
}
