import { count } from "#/lib/format.ts";
import { Field, TextInput } from "../ui/field.tsx";
import type { ShapeAsk } from "./shape-dialog.tsx";

export type Mergeable = { readonly key: string; readonly name: string; readonly gaps: number };

function KeepsItsName({ clusters }: { clusters: readonly Mergeable[] }) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-0.5">
      <legend className="mb-1 font-medium text-xs">Which keeps its name</legend>
      {clusters.map(({ key, name, gaps }, index) => (
        <label key={key} className="flex min-h-6 items-center gap-2 text-sm">
          <input type="radio" name="into" value={key} defaultChecked={index === 0} required />
          <span className="wrap-anywhere">
            {name} <span className="text-muted">({count(gaps, "gap")})</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** To count several clusters as one, and perhaps to call it something new. */
export const askMerge = (clusters: readonly Mergeable[]): ShapeAsk => ({
  title: `Merge ${count(clusters.length, "cluster")}`,
  means:
    "Their gaps are counted in one cluster, at every measure, and what is merged becomes parts of it, until it is taken back.",
  fields: (
    <>
      <KeepsItsName clusters={clusters} />
      <Field label="New name (optional)" hint="Left empty, it keeps the name chosen above">
        <TextInput name="name" maxLength={120} />
      </Field>
    </>
  ),
  verb: "Merge",
  said: `${count(clusters.length, "cluster")} become one`,
  writes: ({ into = "", name }) => {
    const others = clusters.map(({ key }) => key).filter((key) => key !== into);
    const merge = { verb: "merge", clusters: others, into } as const;
    return name === undefined ? [merge] : [merge, { verb: "rename", cluster: into, name }];
  },
});
