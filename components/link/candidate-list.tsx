import Link from "next/link";
import type { ItemView } from "#/lib/contract/item.ts";
import { paths } from "../layout/paths.ts";
import { Section } from "../ui/section.tsx";
import { GateFacts } from "./gate-facts.tsx";
import { type Candidate, prepareCandidates } from "./prepare-candidates.ts";

function Row({ gate, slug }: { gate: Candidate; slug: string }) {
  return (
    <li className="grid gap-x-5 py-2 text-sm sm:grid-cols-[13rem_minmax(0,1fr)]">
      <Link
        href={paths.gate(slug, gate.id)}
        prefetch={false}
        className="figure-link wrap-anywhere min-h-6 font-medium"
      >
        {gate.alias} {gate.name}
      </Link>
      <GateFacts gate={gate} />
    </li>
  );
}

/** The gates that are there, before another is built; nothing where there is no gap to close. */
export function CandidateList({ view }: { view: ItemView }) {
  if (view.row.verdict !== "gap") return null;
  const candidates = prepareCandidates(view);
  return (
    <Section
      id="candidates"
      title="Gates that could be extended"
      note="Reuse, don’t rebuild: the nearest gates that run tests, the nearest first."
    >
      {candidates.length === 0 ? (
        <p className="border-line border-y py-3 text-muted text-sm">
          None. No gate that was read runs tests of its repository or speaks of the same.
        </p>
      ) : (
        <ul className="divide-y divide-line border-line border-y">
          {candidates.map((gate) => (
            <Row key={gate.id} gate={gate} slug={view.program.slug} />
          ))}
        </ul>
      )}
    </Section>
  );
}
