"use client";

import { useRouter } from "next/navigation";
import { gapName } from "#/lib/format.ts";
import { ReasonDialog } from "../decide/reason-dialog.tsx";
import { useDecide } from "../decide/use-decide.ts";
import { Field, TextInput } from "../ui/field.tsx";
import type { GuardSubject, GuardVerb } from "./guard-actions.tsx";

const SAID: Record<GuardVerb, string> = {
  Record: "The operational guard is recorded",
  Change: "The operational guard was changed",
  "Take back": "The operational guard is taken back",
};

function GuardField({ guard }: { guard: string | null }) {
  return (
    <Field
      label="What guards"
      hint="An alarm, a runbook, a limit: where it is, if it has an address"
    >
      <TextInput name="guard" required minLength={3} maxLength={500} defaultValue={guard ?? ""} />
    </Field>
  );
}

export function GuardDialog({
  subject: { slug, item, guard },
  verb,
  onClose,
}: {
  subject: GuardSubject;
  verb: GuardVerb;
  onClose: () => void;
}) {
  const router = useRouter();
  const back = verb === "Take back";
  const decide = useDecide(slug, `${gapName(item)}: ${SAID[verb]}`, () => {
    // It is shown as it is recorded; no judgement rests on it.
    router.refresh();
    onClose();
  });
  return (
    <ReasonDialog
      title={`${verb} the operational guard of ${gapName(item)}`}
      verb={verb}
      fields={back ? null : <GuardField guard={guard} />}
      busy={decide.isPending}
      error={decide.error}
      onSubmit={(filled) =>
        decide.mutate({
          about: "guard",
          item,
          body: { guard: back ? null : (filled.guard ?? ""), reason: filled.reason ?? "" },
        })
      }
      onClose={onClose}
    >
      {back && guard !== null ? <p className="text-ink">{guard}</p> : null}
      <p>It keeps the defect from harm in operation. It is no gate, so it resolves nothing.</p>
    </ReasonDialog>
  );
}
