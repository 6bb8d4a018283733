"use client";

import type { PlanView } from "#/lib/contract/plan.ts";
import type { ProgramView } from "#/lib/contract/program.ts";
import { Section } from "../ui/section.tsx";
import { OrderedByHand } from "./ordered-by-hand.tsx";
import type { SaidOfEntry } from "./plan-cache.ts";
import { PlanEntries } from "./plan-entries.tsx";
import type { MakeOrder } from "./use-orders.ts";

const NOTE =
  "Each entry closes what nothing before it does; its figures are meant with all before it done.";
const KEYS = " Shift+↑ and Shift+↓ move the entry that has the focus.";

/** What to do next, first things first. */
export function DispatchOrder(props: {
  program: ProgramView;
  view: PlanView;
  onOrder: (make: MakeOrder) => void;
  onSay: (said: SaidOfEntry) => void;
}) {
  return (
    <Section
      id="order"
      title="Dispatch order"
      note={props.program.archived ? NOTE : `${NOTE}${KEYS}`}
    >
      <OrderedByHand {...props} />
      <PlanEntries {...props} />
    </Section>
  );
}
