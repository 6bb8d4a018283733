"use client";

import { Field, TextArea } from "../ui/field.tsx";
import type { Draft, JsonField } from "./draft.ts";

const LISTS: readonly {
  readonly field: JsonField;
  readonly label: string;
  readonly hint: string;
}[] = [
  {
    field: "fixRules",
    label: "Rules on what counts as a fix",
    hint: 'The first that applies decides: [{ "when": { "labels": […], "scopes": […], "branches": ["hotfix/**"], "titles": ["[ops]"] }, "isFix": false, "reason": "…" }]',
  },
  {
    field: "testKinds",
    label: "Rules on kinds of tests",
    hint: 'The first that matches counts: [{ "paths": ["checks/**"], "kind": "e2e", "reason": "…" }]',
  },
  {
    field: "clusters",
    label: "Rules on clusters",
    hint: 'The first that matches counts: [{ "key": "deploy", "name": "…", "why": "…", "match": { "scopes": […], "paths": […] } }]',
  },
];
const LINES_MAX = 14;

/** The rules that are lists, as JSON. */
export function DraftLists({
  draft,
  onChange,
}: {
  draft: Draft;
  onChange: (draft: Draft) => void;
}) {
  return (
    <details>
      <summary className="w-fit rounded py-1 text-muted text-sm hover:text-ink">
        Rules on fixes, kinds of tests and clusters…
      </summary>
      <div className="mt-3 flex flex-col gap-4">
        {LISTS.map(({ field, label, hint }) => (
          <Field key={field} label={label} hint={<span className="wrap-anywhere">{hint}</span>}>
            <TextArea
              spellCheck={false}
              rows={Math.min(LINES_MAX, draft[field].split("\n").length + 1)}
              className="font-mono text-xs"
              value={draft[field]}
              onChange={(event) => onChange({ ...draft, [field]: event.target.value })}
            />
          </Field>
        ))}
      </div>
    </details>
  );
}
