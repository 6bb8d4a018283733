"use client";

import { useRouter } from "next/navigation";
import type { DeclaredView } from "#/lib/contract/declared.ts";
import { count, formatDay, gapName } from "#/lib/format.ts";
import { useDecide } from "../decide/use-decide.ts";
import { Button } from "../ui/button.tsx";
import { FormError } from "../ui/form-error.tsx";
import { PriorityMark } from "./priority-mark.tsx";

function WithdrawnLine({
  gap,
  slug,
  timeZone,
}: {
  gap: DeclaredView;
  slug: string;
  timeZone: string;
}) {
  const router = useRouter();
  const back = useDecide(slug, `“${gap.title}” is in scope again`, () => router.refresh());
  const { withdrawn, id, item } = gap;
  if (withdrawn === null) return null;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 py-2">
      <div className="min-w-0">
        <p className="wrap-anywhere">
          <PriorityMark priority={gap.priority} />
          {gap.title}
          {item === null ? null : <span className="ml-1.5 text-muted">{gapName(item)}</span>}
        </p>
        <p className="wrap-anywhere text-muted text-xs">
          Withdrawn by {withdrawn.by} on {formatDay(withdrawn.at, timeZone)}:{" "}
          <q>{withdrawn.reason}</q>
        </p>
        <FormError error={back.error} />
      </div>
      <Button
        size="small"
        className="no-print"
        aria-disabled={back.isPending}
        onClick={() =>
          back.isPending
            ? undefined
            : back.mutate({ about: "declared", id, body: { withdrawn: false } })
        }
      >
        Put back<span className="sr-only"> {gap.title}</span>
      </Button>
    </li>
  );
}

/** One that was not taken out of scope, and why it is in no count all the same. */
function WaitingLine({ gap }: { gap: DeclaredView }) {
  return (
    <li className="py-2">
      <p className="wrap-anywhere">
        <PriorityMark priority={gap.priority} />
        {gap.title}
      </p>
      <p className="text-muted text-xs">
        {gap.alias === null
          ? "Its repository is not in scope any more."
          : `It counts once it is judged, which waits until ${gap.alias} is audited.`}
      </p>
    </li>
  );
}

const sayCounts = (withdrawn: number, waiting: number): string =>
  [
    ...(withdrawn > 0 ? [`${count(withdrawn, "declared gap")} withdrawn`] : []),
    ...(waiting > 0 ? [`${count(waiting, "declared gap")} not counted yet`] : []),
  ].join(", ");

/** The declared gaps that are in no count: those that were taken out of scope, and those that wait. */
export function UncountedGaps({
  gaps,
  slug,
  timeZone,
}: {
  gaps: readonly DeclaredView[];
  slug: string;
  timeZone: string;
}) {
  if (gaps.length === 0) return null;
  const withdrawn = gaps.filter((gap) => gap.withdrawn !== null);
  const waiting = gaps.filter((gap) => gap.withdrawn === null);
  return (
    <details className="text-sm">
      <summary className="w-fit rounded text-muted hover:text-ink">
        {sayCounts(withdrawn.length, waiting.length)}
      </summary>
      <ul className="mt-1 divide-y divide-line border-line border-y">
        {waiting.map((gap) => (
          <WaitingLine key={gap.id} gap={gap} />
        ))}
        {withdrawn.map((gap) => (
          <WithdrawnLine key={gap.id} gap={gap} slug={slug} timeZone={timeZone} />
        ))}
      </ul>
    </details>
  );
}
