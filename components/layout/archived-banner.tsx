import type { ProgramView } from "#/lib/contract/program.ts";
import { formatDay } from "#/lib/format.ts";
import { RestoreProgram } from "../program/restore-program.tsx";

/** What is put away must not be taken for what is going on. */
export function ArchivedBanner({ program }: { program: ProgramView }) {
  const { archivedAt, timeZone } = program;
  if (archivedAt === null) return null;
  return (
    <aside
      aria-label="Archived program"
      className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-line border-b bg-sunken px-4 py-1.5 text-xs lg:px-8"
    >
      <p>
        <strong className="font-semibold">Archived on {formatDay(archivedAt, timeZone)}.</strong> It
        stays as it was then: nothing in it is synced, judged or decided.
      </p>
      <RestoreProgram program={program} size="small" />
    </aside>
  );
}
