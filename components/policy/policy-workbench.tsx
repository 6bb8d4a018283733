"use client";

import { type FormEvent, useState } from "react";
import type { PolicyView } from "#/lib/contract/policy.ts";
import { Button } from "../ui/button.tsx";
import { FormError } from "../ui/form-error.tsx";
import { Section } from "../ui/section.tsx";
import { BenchBox } from "./bench-box.tsx";
import { type Draft, draftOf, type ReadDraft, readDraft } from "./draft.ts";
import { DraftFields } from "./draft-fields.tsx";
import { DraftLists } from "./draft-lists.tsx";
import { ProblemList } from "./problem-list.tsx";
import { TrialPanel } from "./trial-panel.tsx";
import { useTrial } from "./use-trial.ts";

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The rules as a form: tried first, applied with a reason, and held against any one pull request. */
export function PolicyWorkbench({ view }: { view: PolicyView }) {
  const { slug, archived } = view.program;
  const [draft, setDraft] = useState(() => draftOf(view.rules));
  const read = readDraft(draft);
  const rules = "rules" in read ? read.rules : null;
  return (
    <>
      {archived ? null : (
        <Section
          id="change"
          title="Change the rules"
          note={`From version ${view.version}, which is in force. Nothing counts until it is applied.`}
        >
          <ChangeForm view={view} draft={draft} read={read} onChange={setDraft} />
        </Section>
      )}
      <Section
        id="bench"
        title="Try a pull request"
        note="What it counts as, how far its evidence climbs, and every rule that says so. Nothing is written."
      >
        <BenchBox
          slug={slug}
          repos={view.repos}
          rules={rules === null || same(rules, view.rules) ? null : rules}
        />
      </Section>
    </>
  );
}

function ChangeForm({
  view,
  draft,
  read,
  onChange,
}: {
  view: PolicyView;
  draft: Draft;
  read: ReadDraft;
  onChange: (draft: Draft) => void;
}) {
  const { slug } = view.program;
  const [problems, setProblems] = useState<readonly string[]>([]);
  const { trial, isTrying, error, ask, discard } = useTrial(slug);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isTrying) return;
    setProblems("problems" in read ? read.problems : []);
    if ("rules" in read) ask(read.rules);
  };
  const reset = () => {
    onChange(draftOf(view.rules));
    setProblems([]);
    discard();
  };
  const isStale = trial !== undefined && !("rules" in read && same(trial.rules, read.rules));
  return (
    <>
      <form onSubmit={submit} className="flex max-w-4xl flex-col gap-5">
        <DraftFields draft={draft} presets={view.presets} onChange={onChange} />
        <DraftLists draft={draft} onChange={onChange} />
        <ProblemList problems={problems} />
        <FormError error={error} />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" tone="strong" aria-disabled={isTrying}>
            Try these rules
          </Button>
          <Button tone="quiet" onClick={reset}>
            Back to version {view.version}
          </Button>
        </div>
      </form>
      <TrialPanel {...{ slug, trial, isTrying, isStale }} onDiscard={discard} />
    </>
  );
}
