import type { OverviewView } from "#/lib/contract/overview.ts";
import { count } from "#/lib/format.ts";
import { paths } from "../layout/paths.ts";
import { NumberLink } from "../verdict/number-link.tsx";

/** How much of the program nobody has looked at yet: each number opens its list. */
export function SweepLine({ view }: { view: OverviewView }) {
  const { slug, measure } = view.program;
  const { fix, issue } = view.untriaged;
  const list = (population: "fix" | "issue") =>
    paths.gaps(slug, { population, measure, sweep: "untriaged" });
  return (
    <p className="mt-3 max-w-prose text-sm">
      Untriaged at {measure}:{" "}
      <NumberLink href={list("fix")} label={`${count(fix, "fix", "fixes")} untriaged`}>
        {fix}
      </NumberLink>{" "}
      of the fixes and{" "}
      <NumberLink href={list("issue")} label={`${count(issue, "issue")} untriaged`}>
        {issue}
      </NumberLink>{" "}
      of the open issues.{" "}
      <span className="text-muted">
        Neither covered nor claimed, and nobody linked a gate, judged a link or recorded a guard.
      </span>
    </p>
  );
}
