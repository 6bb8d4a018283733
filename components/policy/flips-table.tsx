"use client";

import Link from "next/link";
import { useState } from "react";
import type { ItemState, TrialFlip } from "#/lib/coverage/policy/trial.ts";
import { gapName } from "#/lib/format.ts";
import { paths } from "../layout/paths.ts";
import { Button } from "../ui/button.tsx";
import { ScrollBox } from "../ui/scroll-box.tsx";
import { VerdictBadge } from "../verdict/verdict-badge.tsx";

const SIZE = 100;

/** Every item that would change, from what to what, and why; a page at a time. */
export function FlipsTable({ flips }: { flips: readonly TrialFlip[] }) {
  const [start, setStart] = useState(0);
  if (flips.length === 0) return null;
  const shown = flips.slice(start, start + SIZE);
  return (
    <div className="flex flex-col gap-2">
      <ScrollBox label="Items that would change">
        <table className="data-table">
          <caption className="sr-only">Items that would change</caption>
          <thead>
            <tr>
              {["Item", "Title", "From", "To", "Why"].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((flip) => (
              <FlipRow key={flip.naturalKey} flip={flip} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {flips.length <= SIZE ? null : (
        <nav aria-label="Pages of changes" className="flex items-center gap-2 text-sm">
          <span className="mr-auto text-muted">
            {start + 1}–{start + shown.length} of {flips.length}
          </span>
          <Button disabled={start === 0} onClick={() => setStart(start - SIZE)}>
            Previous
          </Button>
          <Button disabled={start + SIZE >= flips.length} onClick={() => setStart(start + SIZE)}>
            Next
          </Button>
        </nav>
      )}
    </div>
  );
}

function FlipRow({ flip }: { flip: TrialFlip }) {
  const { item, alias, number, title, from, to, why } = flip;
  const name = number === null ? alias : `${alias}#${number}`;
  return (
    <tr>
      <th scope="row" className="whitespace-nowrap">
        {item === null ? (
          name
        ) : (
          <Link href={paths.gap(item)} prefetch={false} className="figure-link">
            {gapName(item)}
          </Link>
        )}
        {item === null ? null : <span className="block text-muted text-xs">{name}</span>}
      </th>
      <td className="wrap-anywhere min-w-48">{title}</td>
      <td>
        <State state={from} />
      </td>
      <td>
        <State state={to} />
      </td>
      <td className="wrap-anywhere min-w-64 text-muted">{why}</td>
    </tr>
  );
}

function State({ state }: { state: ItemState }) {
  return state === "out" ? (
    <span className="whitespace-nowrap text-muted">Out of scope</span>
  ) : (
    <VerdictBadge verdict={state} />
  );
}
