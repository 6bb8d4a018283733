"use client";

import { TEST_KINDS, type TestKind } from "#/lib/coverage/policy.ts";
import { Field, SelectInput, TextInput } from "../ui/field.tsx";

const KIND_TEXTS: Record<TestKind, string> = {
  unit: "unit",
  integration: "integration",
  e2e: "e2e (end to end)",
};

/** Which tests, and of which kind they are. */
export function KindFields({ paths = "", kind }: { paths?: string; kind?: TestKind | undefined }) {
  return (
    <>
      <Field label="Tests" hint="A folder as folder/**, or another path pattern from the root">
        <TextInput
          name="paths"
          required
          maxLength={300}
          pattern="[^\/].*"
          title="from the root of the repository, without a slash in front"
          placeholder="tests/browser/**"
          defaultValue={paths}
          spellCheck={false}
          autoCapitalize="none"
          className="font-mono"
        />
      </Field>
      <Field label="Are of the kind">
        <SelectInput name="kind" required defaultValue={kind}>
          {TEST_KINDS.map((each) => (
            <option key={each} value={each}>
              {KIND_TEXTS[each]}
            </option>
          ))}
        </SelectInput>
      </Field>
    </>
  );
}
