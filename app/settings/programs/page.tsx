import { readMoment } from "#/app/_server/page-data.ts";
import { ProgramsScreen } from "#/components/program/programs-screen.tsx";
import { readProgramRows } from "#/lib/read/program-rows.ts";

export const metadata = { title: "Programs" };

export default async function ProgramsPage() {
  const { clock } = await readMoment();
  return (
    <ProgramsScreen
      programs={await readProgramRows(clock)}
      today={clock.toISOString().slice(0, 10)}
    />
  );
}
