"use client";

import { Dialog } from "@base-ui/react/dialog";
import { useState } from "react";
import { gapName } from "#/lib/format.ts";
import { DialogFrame } from "../decide/dialog-frame.tsx";
import { ReasonDialog } from "../decide/reason-dialog.tsx";
import { useDecide } from "../decide/use-decide.ts";
import { Button } from "../ui/button.tsx";
import { GateChoice } from "./gate-choice.tsx";
import type { GateQuestion } from "./link-gate.tsx";
import { NOT_REACHED } from "./prepare-offers.ts";

type Asking = { question: GateQuestion; onClose: () => void };

function NoGates({ onClose }: { onClose: () => void }) {
  return (
    <DialogFrame
      title="Link a gate"
      onClose={onClose}
      about="No gate that was read is near: none of its repository runs tests, and none of another speaks of the same."
    >
      <div className="flex justify-end">
        <Dialog.Close render={<Button>Close</Button>} />
      </div>
    </DialogFrame>
  );
}

function ChooseGate({ question: { slug, item, to, candidates }, onClose }: Asking) {
  const [enough, setEnough] = useState(true);
  const name = gapName(item);
  const said = enough ? `A gate is linked to ${name}` : `A gate is linked to ${name}, not enough`;
  const decide = useDecide(slug, said, onClose);
  const link = (gate: string | undefined, reason: string) => {
    const from = candidates.find(({ id }) => String(id) === gate)?.end;
    if (from === undefined) return;
    const value = enough ? ("confirm" as const) : ("insufficient" as const);
    decide.mutate({ about: "links/decide", body: { from, to, relation: "covers", value, reason } });
  };
  return (
    <ReasonDialog
      title={`Link a gate to ${name}`}
      verb="Link the gate"
      fields={<GateChoice candidates={candidates} enough={enough} onEnough={setEnough} />}
      {...(enough ? {} : { asks: NOT_REACHED })}
      busy={decide.isPending}
      error={decide.error}
      onSubmit={({ gate, reason = "" }) => link(gate, reason)}
      onClose={onClose}
    >
      <p>
        Reuse before you build: these gates are the nearest. What a gate reaches is still judged by
        what was seen of it, and your word wins over the texts until it is taken back.
      </p>
    </ReasonDialog>
  );
}

export function LinkGateDialog(asking: Asking) {
  return asking.question.candidates.length === 0 ? (
    <NoGates onClose={asking.onClose} />
  ) : (
    <ChooseGate {...asking} />
  );
}
