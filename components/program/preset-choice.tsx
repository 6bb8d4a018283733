import { Field, SelectInput } from "../ui/field.tsx";
import { PRESET_TEXTS } from "./preset-text.ts";

/** What counts as covered; `none` keeps rules that no preset describes. */
export function PresetChoice({ current }: { current: string }) {
  const names = Object.entries(PRESET_TEXTS);
  const own = names.every(([name]) => name !== current);
  return (
    <Field
      label="Policy"
      hint="What counts as covered. A change is a new version; old versions stay."
    >
      <SelectInput name="preset" defaultValue={own ? "" : current}>
        {own ? <option value="">{`Keep “${current}”, the program’s own rules`}</option> : null}
        {names.map(([name, text]) => (
          <option key={name} value={name}>
            {text}
          </option>
        ))}
      </SelectInput>
    </Field>
  );
}
