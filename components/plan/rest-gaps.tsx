import type { PlanView } from "#/lib/contract/plan.ts";
import { count } from "#/lib/format.ts";
import { GapLines } from "./gap-lines.tsx";

/** The gaps that no piece of work closes, each repository's behind its number. */
export function RestGaps({ rest, timeZone }: { rest: PlanView["rest"]; timeZone: string }) {
  const all = rest.reduce((sum, { gaps }) => sum + gaps, 0);
  if (all === 0) return null;
  return (
    <div className="text-sm">
      <p>
        No piece of work closes <strong className="font-semibold">{count(all, "gap")}</strong>:
        {all === 1 ? " it is" : " they are"} in no cluster, and no gate that is there could be
        mended or extended for {all === 1 ? "it" : "them"}.
      </p>
      {rest.map(({ alias, gaps, items }) => (
        <details key={alias}>
          <summary className="min-h-6 w-fit rounded text-muted leading-6 hover:text-ink">
            {gaps.toLocaleString("en-GB")} in {alias}
          </summary>
          <GapLines gaps={items} timeZone={timeZone} />
        </details>
      ))}
    </div>
  );
}
