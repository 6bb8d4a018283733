"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { DeclaredView } from "#/lib/contract/declared.ts";
import type { ProgramView } from "#/lib/contract/program.ts";
import { count, formatDay, gapName } from "#/lib/format.ts";
import { useDecide } from "../decide/use-decide.ts";
import { DeclarationActions } from "../item/declaration-actions.tsx";
import { Button } from "../ui/button.tsx";
import { FormError } from "../ui/form-error.tsx";
import { type DeclaredPlace, sayWait, waitsForAudit } from "./declared-place.ts";
import { PriorityMark } from "./priority-mark.tsx";

type Props = {
  gaps: readonly DeclaredView[];
  program: ProgramView;
  places: readonly DeclaredPlace[];
};
type Line = { gap: DeclaredView };

function WithdrawnLine({
  gap,
  program: { slug, timeZone, archived },
}: Pick<Props, "program"> & Line) {
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
      {archived ? null : (
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
      )}
    </li>
  );
}

/** One that was not taken out of scope, and why it is in no count all the same. */
function WaitingLine({ gap, program, places }: Pick<Props, "program" | "places"> & Line) {
  const { item, title, priority } = gap;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 py-2">
      <div className="min-w-0">
        <p className="wrap-anywhere">
          <PriorityMark priority={priority} />
          {title}
        </p>
        <p className="wrap-anywhere text-muted text-xs">{sayWait(places, gap.alias)}</p>
      </div>
      {program.archived ? null : (
        <DeclarationActions
          subject={{ slug: program.slug, item, title, priority, declaration: gap }}
        />
      )}
    </li>
  );
}

const sayCounts = (withdrawn: number, waiting: number): string =>
  [
    ...(withdrawn > 0 ? [`${count(withdrawn, "declared gap")} withdrawn`] : []),
    ...(waiting > 0 ? [`${count(waiting, "declared gap")} not counted yet`] : []),
  ].join(", ");

/** The declared gaps that are in no count: those that were taken out of scope, and those that wait. Open where one waits for an audit, since it stands nowhere else. */
export function UncountedGaps({ gaps, program, places }: Props) {
  const withdrawn = gaps.filter((gap) => gap.withdrawn !== null);
  const waiting = gaps.filter((gap) => gap.withdrawn === null);
  const held = waiting.filter(({ alias }) => waitsForAudit(places, alias));
  const newest = Math.max(0, ...held.map(({ id }) => id));
  const [seen, setSeen] = useState(newest);
  const [open, setOpen] = useState(newest > 0);
  // Whoever closed it is shown the next one all the same.
  if (newest > seen) {
    setSeen(newest);
    setOpen(true);
  }
  if (gaps.length === 0) return null;
  return (
    <details
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      className="text-sm"
    >
      <summary className="w-fit rounded text-muted hover:text-ink">
        {sayCounts(withdrawn.length, waiting.length)}
      </summary>
      <ul className="mt-1 divide-y divide-line border-line border-y">
        {waiting.map((gap) => (
          <WaitingLine key={gap.id} {...{ gap, program, places }} />
        ))}
        {withdrawn.map((gap) => (
          <WithdrawnLine key={gap.id} gap={gap} program={program} />
        ))}
      </ul>
    </details>
  );
}
