import type { PlanView } from "#/lib/contract/plan.ts";
import { figureText } from "#/lib/contract/plan-text.ts";
import { count } from "#/lib/format.ts";
import { paths } from "../layout/paths.ts";
import { NumberLink } from "../verdict/number-link.tsx";

function Figure({ name, text, after = false }: { name: string; text: string; after?: boolean }) {
  return (
    <div className="min-w-0">
      <dt className="text-muted text-sm">{name}</dt>
      <dd className={`font-semibold text-2xl tracking-tight ${after ? "text-covered" : ""}`}>
        {text}
      </dd>
    </div>
  );
}

/** The program's figure now and with everything in the plan done. */
export function PlanHeadline({ slug, view }: { slug: string; view: PlanView }) {
  const { now, done, unknown, measure } = view;
  return (
    <div>
      <dl className="flex flex-wrap items-end gap-x-8 gap-y-2">
        <Figure name="Covered now" text={figureText(now, unknown)} />
        <Figure
          name="With everything in the plan done"
          text={figureText(done, unknown)}
          after={done.covered > now.covered}
        />
      </dl>
      {unknown === 0 ? null : (
        <p className="mt-1 text-muted text-xs">
          <NumberLink
            href={paths.gaps(slug, { measure, verdict: ["unknown"] })}
            label="unknown: open the list"
          >
            {count(unknown, "fix", "fixes")}
          </NumberLink>{" "}
          {unknown === 1 ? "is" : "are"} unknown and in no figure and no entry here.
        </p>
      )}
    </div>
  );
}
