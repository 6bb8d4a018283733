"use client";

import { KIND_NAMES } from "#/lib/coverage/policy/in-words.ts";
import { type PolicyRules, SIGNING_ROLES, TEST_KINDS } from "#/lib/coverage/policy.ts";
import { RUNGS } from "#/lib/coverage/rung/rungs.ts";
import { Field, SelectInput, TextInput } from "../ui/field.tsx";
import { measureText } from "../verdict/measure-text.ts";
import { Check, CheckGroup, Checks } from "./checks.tsx";
import {
  type Draft,
  type NumberField,
  readDraft,
  type SigningRole,
  withPreset,
  withRung,
} from "./draft.ts";
import { PLACES, sayWhat } from "./problem-list.tsx";

type Change = { readonly draft: Draft; readonly onChange: (draft: Draft) => void };

const COUNTING = RUNGS.filter((rung) => rung !== "none");
const ROLE_NAMES: Readonly<Record<SigningRole, string>> = { cto: "CTO" };

/** The rules that are a choice or a number. */
export function DraftFields({
  draft,
  presets,
  onChange,
}: Change & { readonly presets: readonly PolicyRules[] }) {
  const change = { draft, onChange };
  const read = readDraft(draft);
  const problems = "problems" in read ? read.problems : [];
  return (
    <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      <PresetField {...change} presets={presets} />
      <TextField {...change} field="name" place="name" problems={problems} />
      <RungField {...change} presets={presets} />
      <TickFields {...change} />
      {FIELDS.map((each) => (
        <TextField key={each.field} {...change} {...each} problems={problems} />
      ))}
    </div>
  );
}

// No limits in the control itself: what is out of them is told beside it, in words.
const FIELDS: readonly TextShape[] = [
  { field: "reviews", place: "approvals.reviews" },
  { field: "group", place: "approvals.group", hint: "A group; empty for anybody" },
  { field: "agentMinutes", place: "lease.agentMinutes" },
  { field: "personDays", place: "lease.personDays" },
  { field: "daysMax", place: "waiver.daysMax" },
];

type TextShape = {
  readonly field: NumberField | "name" | "group";
  /** Where it stands in the rules. */
  readonly place: keyof typeof PLACES;
  readonly hint?: string;
};

function PresetField({
  draft,
  presets,
  onChange,
}: Change & { readonly presets: readonly PolicyRules[] }) {
  const now = presets.find(
    ({ name, rung, acceptedKinds }) =>
      name === draft.name &&
      rung === draft.rung &&
      acceptedKinds.join() === draft.acceptedKinds.join(),
  );
  const choose = (name: string) => {
    const chosen = presets.find((each) => each.name === name);
    if (chosen) onChange(withPreset(draft, chosen));
  };
  return (
    <Field label="Start from" hint="Fills the name, the rung and the kinds of tests">
      <SelectInput value={now?.name ?? ""} onChange={(event) => choose(event.target.value)}>
        {now ? null : <option value="">Own rules</option>}
        {presets.map(({ name }) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </SelectInput>
    </Field>
  );
}

function RungField({
  draft,
  presets,
  onChange,
}: Change & { readonly presets: readonly PolicyRules[] }) {
  const choose = (value: string) => {
    const rung = COUNTING.find((each) => each === value);
    if (rung) onChange(withRung(draft, rung, presets));
  };
  return (
    <Field label="Covered from the rung" hint={measureText(draft.rung).means}>
      <SelectInput value={draft.rung} onChange={(event) => choose(event.target.value)}>
        {COUNTING.map((rung) => (
          <option key={rung} value={rung}>
            {rung}
          </option>
        ))}
      </SelectInput>
    </Field>
  );
}

function TickFields({ draft, onChange }: Change) {
  return (
    <>
      <Checks
        legend="Tests that count"
        all={TEST_KINDS}
        names={KIND_NAMES}
        chosen={draft.acceptedKinds}
        onChange={(acceptedKinds) => onChange({ ...draft, acceptedKinds })}
      />
      <Checks
        legend="Who signs off work on the architecture"
        all={SIGNING_ROLES}
        names={ROLE_NAMES}
        chosen={draft.signers}
        onChange={(signers) => onChange({ ...draft, signers })}
      />
      <CheckGroup legend="Also">
        <Check
          checked={draft.ciCountsAsProduct}
          onChange={(ciCountsAsProduct) => onChange({ ...draft, ciCountsAsProduct })}
        >
          Repairs of CI and deployment code are fixes
        </Check>
        <Check
          checked={draft.suggestClusters}
          onChange={(suggestClusters) => onChange({ ...draft, suggestClusters })}
        >
          Suggest clusters
        </Check>
      </CheckGroup>
    </>
  );
}

function TextField({
  draft,
  onChange,
  field,
  place,
  hint,
  problems,
}: Change & TextShape & { readonly problems: readonly string[] }) {
  const isWords = field === "name" || field === "group";
  const { label, limits } = PLACES[place];
  const problem = problems.find((each) => each.startsWith(`${place}: `));
  return (
    <Field
      label={label}
      hint={
        problem === undefined ? (
          (limits ?? hint)
        ) : (
          <span className="text-danger">{sayWhat(problem)}</span>
        )
      }
    >
      <TextInput
        inputMode={isWords ? "text" : "numeric"}
        maxLength={100}
        aria-invalid={problem !== undefined}
        value={draft[field]}
        onChange={(event) => onChange({ ...draft, [field]: event.target.value })}
      />
    </Field>
  );
}
