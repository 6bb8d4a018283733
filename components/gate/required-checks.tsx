import { CircleCheck, CircleHelp, CircleX, ExternalLink } from "lucide-react";
import Link from "next/link";
import type { RequiredChecksView, RequiredContextView } from "#/lib/contract/gates.ts";
import { paths } from "../layout/paths.ts";
import { Section } from "../ui/section.tsx";
import { sayDemands } from "./say-demands.ts";

const LOOK = "mt-0.5 size-3.5 shrink-0";
const STATES = {
  produced: {
    icon: <CircleCheck aria-hidden className={`${LOOK} text-covered`} />,
    text: "produced by",
  },
  external: {
    icon: <ExternalLink aria-hidden className={`${LOOK} text-muted`} />,
    text: "reported from outside: no job produces it, and it was seen on commits",
  },
  phantom: {
    icon: <CircleX aria-hidden className={`${LOOK} text-nogate`} />,
    text: "phantom: no job produces it and it was never seen, so pull requests wait for ever",
  },
  unknown: {
    icon: <CircleHelp aria-hidden className={`${LOOK} text-unknown`} />,
    text: "what produces it is not known yet",
  },
};

function Context({ slug, context }: { slug: string; context: RequiredContextView }) {
  const { icon, text } = STATES[context.state];
  return (
    <li className="flex items-start gap-1.5 py-1">
      {icon}
      <span className="wrap-anywhere min-w-0">
        <span className="font-mono text-xs">{context.context}</span>{" "}
        <span className="text-muted text-xs">
          {text}
          {context.gates.map(({ id, name }, at) => (
            <span key={id}>
              {at === 0 ? " " : ", "}
              <Link
                href={paths.gate(slug, id)}
                prefetch={false}
                className="figure-link inline-flex min-h-6 items-center text-ink"
              >
                {name}
              </Link>
            </span>
          ))}
        </span>
      </span>
    </li>
  );
}

/** What each default branch demands before a merge, and what stands behind each demand. */
export function RequiredChecks({
  slug,
  checks,
}: {
  slug: string;
  checks: readonly RequiredChecksView[];
}) {
  if (checks.length === 0) return null;
  return (
    <Section
      id="required-checks"
      title="Required checks"
      note="What the default branch of each repository demands before a merge, and which job produces it."
    >
      <ul className="divide-y divide-line border-line border-y text-sm">
        {checks.map((each) => (
          <li key={each.alias} className="grid gap-x-5 py-2.5 sm:grid-cols-[8rem_minmax(0,1fr)]">
            <h3 className="wrap-anywhere font-medium">{each.alias}</h3>
            <div className="min-w-0">
              <p className="wrap-anywhere text-muted">{sayDemands(each)}</p>
              {each.demands === null || each.demands.contexts.length === 0 ? null : (
                <ul className="mt-1">
                  {each.demands.contexts.map((context) => (
                    <Context key={context.context} slug={slug} context={context} />
                  ))}
                </ul>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
