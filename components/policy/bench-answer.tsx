import type { ReactNode } from "react";
import type { BenchView } from "#/lib/contract/policy.ts";
import { kindText } from "../merged/kind-text.ts";
import { StepList } from "../step/step-list.tsx";
import { measureText } from "../verdict/measure-text.ts";
import { RungBadge } from "../verdict/rung-badge.tsx";
import { VerdictBadge } from "../verdict/verdict-badge.tsx";

const COUNTS: Readonly<Record<BenchView["counts"], string>> = {
  fix: "It counts as a fix.",
  excluded: "It is no fix, so it is no item.",
  unclassified: "Whether it is a fix cannot be told.",
};

/** What one pull request counts as, and every rule that says so. */
export function BenchAnswer({ view }: { view: BenchView }) {
  const { title, counts, kind, rung, asked, verdict, hasTest, steps, limits } = view;
  return (
    <section aria-label="What it counts as" className="flex max-w-3xl flex-col gap-3">
      <h3 className="wrap-anywhere font-medium text-sm">{title}</h3>
      <p className="text-sm">
        <strong className="font-semibold">{COUNTS[counts]}</strong> Kind: {kindText(kind)}.
      </p>
      <dl className="flex flex-wrap gap-x-8 gap-y-2 text-sm">
        <Fact name="Rung reached">
          <RungBadge rung={rung} />
        </Fact>
        <Fact name={measureText(asked).headline}>
          {verdict === null ? "—" : <VerdictBadge verdict={verdict} />}
        </Fact>
        <Fact name="Test-shipped (has_test@1)">
          {hasTest === null ? "unknown" : hasTest ? "yes" : "no"}
        </Fact>
      </dl>
      {limits.length === 0 ? null : (
        <ul className="list-disc pl-4 text-muted text-xs">
          {limits.map((limit) => (
            <li key={limit}>{limit}</li>
          ))}
        </ul>
      )}
      <StepList steps={steps} />
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-muted text-xs">{name}</dt>
      <dd className="mt-0.5">{children}</dd>
    </div>
  );
}
