import fc from "fast-check";
import { expect, test } from "vitest";
import { addTallies, bounds, EMPTY_TALLY, share, tallyOf } from "./tally.ts";
import { VERDICTS } from "./verdict.ts";

const verdicts = fc.array(fc.constantFrom(...VERDICTS));

test("in scope is covered, gap, waived and unknown together", () => {
  fc.assert(
    fc.property(verdicts, (all) => {
      const tally = tallyOf(all);
      expect(tally.inScope).toBe(all.length);
      expect(tally.covered + tally.gap + tally.waived + tally.unknown).toBe(tally.inScope);
    }),
  );
});

test("unknown and waived never move the share", () => {
  fc.assert(
    fc.property(verdicts, fc.nat(20), fc.nat(20), (all, unknowns, waivers) => {
      const more = [...all, ...Array(unknowns).fill("unknown"), ...Array(waivers).fill("waived")];
      expect(share(tallyOf(more))).toEqual(share(tallyOf(all)));
    }),
  );
});

test("adding the tallies of parts is the tally of the whole", () => {
  fc.assert(
    fc.property(fc.array(verdicts), (parts) => {
      expect(addTallies(parts.map(tallyOf))).toEqual(tallyOf(parts.flat()));
    }),
  );
});

test("the share of what turns out true lies within the bounds", () => {
  fc.assert(
    fc.property(verdicts, fc.infiniteStream(fc.boolean()), (all, coins) => {
      const settled = all.map((verdict) => {
        if (verdict !== "unknown") return verdict;
        return coins.next().value === true ? "covered" : "gap";
      });
      const limits = bounds(tallyOf(all));
      const truth = share(tallyOf(settled));
      const ratio = ([n, of]: readonly [number, number]) => n / of;
      const settledAt = truth && truth.covered / truth.of;
      const low = limits && ratio(limits.low);
      const high = limits && ratio(limits.high);
      // Nothing judged at all: neither a share nor limits.
      expect([settledAt === null, low === null, high === null]).toEqual(
        Array(3).fill(limits === null),
      );
      expect(settledAt ?? 0).toBeGreaterThanOrEqual(low ?? 0);
      expect(settledAt ?? 0).toBeLessThanOrEqual(high ?? 0);
    }),
  );
});

test("nothing judged is no share, and nothing but waivers has no bounds", () => {
  expect([share(EMPTY_TALLY), bounds(EMPTY_TALLY)]).toEqual([null, null]);
  expect([share(tallyOf(["unknown"])), bounds(tallyOf(["waived"]))]).toEqual([null, null]);
  expect(bounds(tallyOf(["unknown"]))).toEqual({ low: [0, 1], high: [1, 1] });
});
