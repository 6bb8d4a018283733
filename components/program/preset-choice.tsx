import { Field, SelectInput } from "../ui/field.tsx";
import { PRESET_TEXTS } from "./preset-text.ts";

/** What counts as covered in a program that is being made. */
export function PresetChoice() {
  return (
    <Field
      label="Policy"
      hint="What counts as covered. It can be changed later; old versions stay."
    >
      <SelectInput name="preset" defaultValue="blocking">
        {Object.entries(PRESET_TEXTS).map(([name, text]) => (
          <option key={name} value={name}>
            {text}
          </option>
        ))}
      </SelectInput>
    </Field>
  );
}
