import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { GATE_KINDS } from "#/lib/coverage/gate/gate.ts";
import { GATE_STATES, GateFilter, gateQuery } from "./gate-filter.ts";

const read = (query: string) => GateFilter.parse(Object.fromEntries(new URLSearchParams(query)));

describe("a filter of gates", () => {
  test.each([
    ["an emptied form asks for nothing", { q: "", repo: "", kind: "", is: "" }, {}],
    ["of several the last", { kind: ["unit", "e2e"] }, { kind: "e2e" }],
    ["blanks around a search go", { q: "  api " }, { q: "api" }],
  ])("%s", (_what, raw, expected) => {
    const filter = GateFilter.parse(raw);
    expect(JSON.parse(JSON.stringify(filter))).toEqual(expected);
  });

  test.each([
    ["a kind that is none", { kind: "fast" }],
    ["a state that is none", { is: "green" }],
    ["a search of 201 signs", { q: "x".repeat(201) }],
  ])("%s is refused", (_what, raw) => {
    expect(GateFilter.safeParse(raw).success).toBe(false);
  });

  const text = fc.string({ minLength: 1, maxLength: 100 }).filter((s) => s.trim() !== "");
  const filters = fc.record(
    {
      q: text,
      repo: text,
      kind: fc.constantFrom(...GATE_KINDS),
      is: fc.constantFrom(...GATE_STATES),
    },
    { requiredKeys: [] },
  );

  test("is read back from its address as it was, and equal filters have one address", () => {
    fc.assert(
      fc.property(filters, (input) => {
        const filter = GateFilter.parse(input);
        const query = gateQuery(filter);
        expect(read(query)).toEqual(filter);
        expect(gateQuery(read(query))).toBe(query);
      }),
    );
  });
});
