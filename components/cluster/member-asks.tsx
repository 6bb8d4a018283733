import { count, gapName } from "#/lib/format.ts";
import { Field, SelectInput, TextInput } from "../ui/field.tsx";
import type { ShapeAsk } from "./shape-dialog.tsx";

type Named = { readonly key: string; readonly name: string };

// No key begins with a colon.
const NONE = ":none";
const NAMED_MAX = 6;

function sayItems(items: readonly number[]): string {
  const named = items.slice(0, NAMED_MAX).map(gapName).join(", ");
  return items.length > NAMED_MAX ? `${named} and ${items.length - NAMED_MAX} more` : named;
}

/** To put members into another cluster, or into none. */
export const askMove = (items: readonly number[], others: readonly Named[]): ShapeAsk => ({
  title: `Move ${count(items.length, "member")}`,
  means: `${sayItems(items)}: counted there from now on, at every measure, until it is taken back.`,
  fields: (
    <Field label="To">
      <SelectInput name="to" required defaultValue="">
        <option value="" disabled>
          Choose a cluster
        </option>
        {others.map(({ key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
        <option value={NONE}>No cluster</option>
      </SelectInput>
    </Field>
  ),
  verb: "Move",
  said: `${count(items.length, "member")} moved`,
  writes: ({ to = NONE }) => [{ verb: "move", items: [...items], to: to === NONE ? null : to }],
});

/** To make members a cluster of their own. */
export const askSplit = (items: readonly number[], { key, name }: Named): ShapeAsk => ({
  title: `Split from “${name}”`,
  means: `${sayItems(items)}: a cluster of their own from now on, at every measure, until it is taken back.`,
  fields: (
    <Field label="Name of the new cluster">
      <TextInput name="name" required maxLength={120} />
    </Field>
  ),
  verb: "Split off",
  said: `${count(items.length, "member")} split off`,
  writes: (filled) => [
    { verb: "split", cluster: key, items: [...items], name: filled["name"] ?? "" },
  ],
});
