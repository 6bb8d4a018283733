import type { ClusterView } from "#/lib/contract/clusters.ts";
import { Field, TextInput } from "../ui/field.tsx";
import type { ShapeAsk } from "./shape-dialog.tsx";

type Named = Pick<ClusterView, "key" | "name">;

/** To call a cluster something else. */
export const askRename = ({ key, name }: Named): ShapeAsk => ({
  title: `Rename “${name}”`,
  means: "Its gaps stay as they are. The name holds at every measure until it is taken back.",
  fields: (
    <Field label="Name">
      <TextInput name="name" required maxLength={120} defaultValue={name} />
    </Field>
  ),
  verb: "Rename",
  said: `“${name}” gets another name`,
  writes: (filled) => [{ verb: "rename", cluster: key, name: filled["name"] ?? "" }],
});

/** To keep a cluster in view, or no longer. */
export function askPin({ key, name, pinned }: Named & { readonly pinned: boolean }): ShapeAsk {
  const verb = pinned ? "Unpin" : "Pin";
  return {
    title: `${verb} “${name}”`,
    means: pinned
      ? "Nobody keeps it in view any more: it is shown while it has gaps that belong together."
      : "It stays in view as one cluster, also when it is small or has no gap left.",
    verb,
    said: pinned ? `“${name}” is not pinned any more` : `“${name}” is pinned`,
    writes: () => [{ verb: "pin", cluster: key, pinned: !pinned }],
  };
}

/** To say that a gate for a cluster changes the architecture, or does not. */
export function askArchitecture({
  key,
  name,
  architecture,
}: Named & { readonly architecture: boolean }): ShapeAsk {
  return {
    title: architecture ? `“${name}” needs no sign-off` : `“${name}” needs the CTO’s sign-off`,
    means: architecture
      ? "A gate for it does not change the architecture: its work waits for nobody’s signature."
      : "A gate for it changes the architecture: its work waits until the CTO has signed.",
    verb: architecture ? "No sign-off" : "Needs CTO sign-off",
    said: architecture ? `“${name}” needs no sign-off` : `“${name}” needs the CTO’s sign-off`,
    writes: () => [{ verb: "architecture", cluster: key, architecture: !architecture }],
  };
}
