import type { ProgramView } from "#/lib/contract/program.ts";
import { formatDay } from "#/lib/format.ts";

/** A sample must never be taken for somebody's real figures. */
export function SampleBanner({ program }: { program: ProgramView }) {
  if (!program.sample) return null;
  return (
    <aside
      aria-label="Sample data"
      className="border-notice-line border-b bg-notice px-4 py-1.5 text-xs lg:px-8"
    >
      <strong className="font-semibold">Sample data</strong> as of{" "}
      {formatDay(program.now, program.timeZone)}: modelled on a published audit. Rows marked{" "}
      <em>invented</em> were written for the sample.
    </aside>
  );
}
