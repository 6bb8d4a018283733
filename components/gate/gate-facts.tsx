import Link from "next/link";
import type { ReactNode } from "react";
import type { GateDefinitionView, GateDetailView } from "#/lib/contract/gate.ts";
import { paths } from "../layout/paths.ts";
import { MaskMark } from "./mask-mark.tsx";
import { PlaceLink } from "./place-link.tsx";
import { RequiredMark } from "./required-mark.tsx";

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-4 py-1.5 sm:grid-cols-[9rem_minmax(0,1fr)]">
      <dt className="text-muted text-xs sm:leading-5">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}

function Needs({ slug, needs }: Pick<GateDefinitionView, "needs"> & { slug: string }) {
  if (needs.length === 0) return <span className="text-muted">none</span>;
  return needs.map(({ job, id }, index) => (
    <span key={job} className="wrap-anywhere font-mono text-xs">
      {index === 0 ? null : ", "}
      {id === null ? (
        job
      ) : (
        <Link
          href={paths.gate(slug, id)}
          prefetch={false}
          className="figure-link inline-flex min-h-6 items-center"
        >
          {job}
        </Link>
      )}
    </span>
  ));
}

function Definition({ slug, definition }: { slug: string; definition: GateDefinitionView }) {
  const { condition, needs, calls, contexts, failureTolerated, file } = definition;
  return (
    <>
      <Fact name="Only if">
        {condition === null ? (
          <span className="text-muted">no condition</span>
        ) : (
          <code className="wrap-anywhere font-mono text-xs">{condition}</code>
        )}
      </Fact>
      <Fact name="Waits for">
        <Needs slug={slug} needs={needs} />
      </Fact>
      <Fact name="Checks it reports">
        {contexts.length === 0 ? (
          <span className="text-muted">none of its own</span>
        ) : (
          <ul>
            {contexts.map((context) => (
              <li key={context} className="wrap-anywhere font-mono text-xs">
                {context}
              </li>
            ))}
          </ul>
        )}
      </Fact>
      {calls === null ? null : (
        <Fact name="Calls">
          <span className="wrap-anywhere font-mono text-xs">{calls}</span>
        </Fact>
      )}
      {file.line === null ? (
        <Fact name="Its steps stand in">
          <PlaceLink {...file} />
        </Fact>
      ) : null}
      {failureTolerated ? <Fact name="Failure">Jobs that need it take it for success.</Fact> : null}
    </>
  );
}

/** What is known of the gate, a line each. */
export function GateFacts({ slug, view }: { slug: string; view: GateDetailView }) {
  const { gate, definition } = view;
  return (
    <dl className="divide-y divide-line border-line border-y text-sm">
      <Fact name="On pull requests">{gate.runsOnPullRequest ? "yes" : "no"}</Fact>
      <Fact name="Required">
        <RequiredMark gate={gate} />
      </Fact>
      <Fact name="Masked">
        <MaskMark gate={gate} />
      </Fact>
      {definition === null ? null : <Definition slug={slug} definition={definition} />}
    </dl>
  );
}
