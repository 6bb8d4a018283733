import { SelectInput } from "./field.tsx";

export type Choice = readonly [value: string, label: string];

/** One choice of a form that filters a list; choosing submits the form. */
export function FilterSelect({
  name,
  title,
  value,
  choices,
}: {
  name: string;
  title: string;
  /** Empty: all. */
  value: string;
  choices: readonly Choice[];
}) {
  return (
    <SelectInput
      key={value}
      name={name}
      defaultValue={value}
      aria-label={`Filter by ${title.toLowerCase()}`}
      className="w-auto max-w-48"
      onChange={(event) => event.currentTarget.form?.requestSubmit()}
    >
      <option value="">{`${title}: all`}</option>
      {choices.map(([key, label]) => (
        <option key={key} value={key}>
          {label}
        </option>
      ))}
    </SelectInput>
  );
}
