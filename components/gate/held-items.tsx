import type { GateView } from "#/lib/contract/gates.ts";
import { count } from "#/lib/format.ts";
import { paths } from "../layout/paths.ts";
import { NumberLink } from "../verdict/number-link.tsx";

/** How many items a gate holds up, each number the list of them. */
export function HeldItems({ slug, gate }: { slug: string; gate: GateView }) {
  const { id, holds, holdsIssues, name } = gate;
  return (
    <>
      {holds === 0 ? (
        <span className="text-muted">0</span>
      ) : (
        <NumberLink
          href={paths.gaps(slug, { gate: id })}
          label={`${holds === 1 ? "fix" : "fixes"} held up by ${name}`}
        >
          {holds.toLocaleString("en-GB")}
        </NumberLink>
      )}
      {holdsIssues === 0 ? null : (
        <span className="block text-xs">
          <NumberLink
            href={paths.gaps(slug, { gate: id, population: "issue" })}
            label={`held up by ${name}`}
          >
            {count(holdsIssues, "issue")}
          </NumberLink>
        </span>
      )}
    </>
  );
}
