import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { familiesOf } from "./families-of.ts";
import type { ClusterFix } from "./read-features.ts";
import { dayOf, fix, tracking } from "./testing/fixes.ts";

const shown = (fixes: readonly ClusterFix[], texts: readonly string[] = []) =>
  familiesOf(fixes, tracking(texts)).families.map(({ key, name, members }) => [
    key,
    name,
    [...members].map((member) => member.fix.number),
  ]);

describe("fixes gather", () => {
  test.each<[string, ClusterFix[], string, string, number[]]>([
    [
      "by their folder, three of them",
      [
        fix(1, "fix: x", ["a/b/f.go"]),
        fix(2, "fix: y", ["a/b/g.go"]),
        fix(3, "fix: z", ["a/b/h.go"]),
      ],
      "shop.a-b",
      "a/b",
      [1, 2, 3],
    ],
    [
      "by the folder above, six of them",
      [1, 2, 3, 4, 5, 6].map((each) => fix(each, "fix: x", [`a/b/c${each}/f.go`])),
      "shop.a-b",
      "a/b",
      [1, 2, 3, 4, 5, 6],
    ],
    [
      "by a file that is fixed again and again, in a folder of one layer",
      [1, 2, 3].map((each) => fix(each, "fix: x", ["server/models/Order.ts"])),
      "shop.server-models-order-ts",
      "models/Order.ts",
      [1, 2, 3],
    ],
    [
      "by their scope, four of them",
      [1, 2, 3, 4].map((each) => fix(each, "fix(cart): x", [`f${each}.go`])),
      "shop.cart",
      "cart",
      [1, 2, 3, 4],
    ],
    [
      "by a compound word",
      [1, 2, 3].map((each) => fix(each, `fix: order-gate gave up ${each}`, [`f${each}.go`])),
      "shop.order-gate",
      "order-gate",
      [1, 2, 3],
    ],
    [
      "where files are not known, by their scope",
      [1, 2, 3, 4].map((each) => fix(each, "fix(cart): x", [], { paths: null })),
      "shop.cart",
      "cart",
      [1, 2, 3, 4],
    ],
    [
      "with what their founders share, and those that wait for it",
      [
        fix(1, "fix(cart): x", ["zone/f.go"]),
        fix(2, "fix(cart): x", ["a/b/f.go", "zone/f.go"]),
        fix(3, "fix(cart): x", ["a/b/f.go", "zone/f.go"]),
        fix(4, "fix(cart): x", ["a/b/f.go"]),
        fix(5, "fix(cart): x", ["else/f.go"]),
      ],
      "shop.zone",
      "zone (cart)",
      [1, 2, 3, 4, 5],
    ],
  ])("%s", (_name, fixes, key, name, numbers) => {
    expect(shown(fixes)).toEqual([[key, name, numbers]]);
  });

  test.each<[string, ClusterFix[]]>([
    ["two in a folder", [1, 2].map((each) => fix(each, "fix: x", ["a/b/f.go"]))],
    [
      "five below a folder",
      [1, 2, 3, 4, 5].map((each) => fix(each, "fix: x", [`a/b/c${each}/f.go`])),
    ],
    [
      "six below one of the root",
      [1, 2, 3, 4, 5, 6].map((each) => fix(each, "fix: x", [`a/c${each}/f.go`])),
    ],
    [
      "what is elsewhere for the most part",
      [1, 2, 3].map((each) => fix(each, "fix: x", ["a/b/f.go", `c${each}/f.go`, `d${each}/f.go`])),
    ],
    [
      "sweeps",
      [1, 2, 3].map((each) =>
        fix(
          each,
          "fix: x",
          Array.from({ length: 30 }, (_, i) => `a${i}/f.go`),
        ),
      ),
    ],
    [
      "a scope that is but a folder's name",
      [1, 2, 3, 4].map((each) => fix(each, "fix(web): x", [`web/src/a${each}/f.go`])),
    ],
    ["nothing", []],
  ])("no family: %s", (_name, fixes) => {
    expect(shown(fixes)).toEqual([]);
  });

  test("by a scope or a word only while not too many fixes bear it", () => {
    const others = Array.from({ length: 40 }, (_, each) => fix(each, "fix: x", [`f${each}.go`]));
    const cart = Array.from({ length: 12 }, (_, each) =>
      fix(40 + each, "fix(cart): x", [`f${40 + each}.go`]),
    );
    // Of 46 fixes six bear it, more than an eighth.
    expect(shown([...others, ...cart])).toEqual([["shop.cart", "cart", [40, 41, 42, 43, 44]]]);
    const early = cart.map((each) => ({ ...each, title: "fix: order-gate" }));
    expect(shown([...others, ...early])).toEqual([
      ["shop.order-gate", "order-gate", [40, 41, 42, 43, 44]],
    ]);
  });
});

test("each repository has families of its own", () => {
  const fixes = ["shop", "core"].flatMap((repository) =>
    [1, 2, 3].map((each) => fix(each, "fix: x", ["a/b/f.go"], { repository })),
  );
  expect(shown(fixes).map(([key]) => key)).toEqual(["core.a-b", "shop.a-b"]);
});

test("families of one name and one key are told apart", () => {
  const fixes = ["m/a/x", "n/a/x", "n/a-x"].flatMap((place, index) =>
    [1, 2, 3].map((each) => fix(10 * index + each, "fix: y", [`${place}/f.go`])),
  );
  expect(shown(fixes).map(([key, name]) => [key, name])).toEqual([
    ["shop.m-a-x", "a/x"],
    ["shop.n-a-x", "n/a/x"],
    ["shop.n-a-x-2", "n/a-x"],
  ]);
});

describe("a tracking text", () => {
  const boot = [1, 2, 3].map((each) => fix(each, "fix(boot): x", ["boot/f.go"]));
  const cart = [4, 5, 6].map((each) => fix(each, "fix(cart): x", ["cart/f.go"]));
  const single = [7, 8, 9].map((each) => fix(each, `fix(s${each}): x`, [`s${each}/f.go`]));
  const all = [...boot, ...cart, ...single];
  const groups = (texts: readonly string[], fixes: readonly ClusterFix[] = all) =>
    familiesOf(fixes, tracking(texts)).groups.map(({ key, name, families, own, claimed }) => [
      key,
      name,
      families.map((family) => family.name),
      own.map((each) => each.fix.number),
      claimed,
    ]);

  test.each<[string, string[], unknown[]]>([
    [
      "takes a family whole, under its key",
      ["- boot (4): #1, #2, #3"],
      [["shop.boot", "boot", ["boot"], [], 4]],
    ],
    [
      "takes several, the oldest first",
      ["## Slow (9)\n\n#4 #5 #6 and #1 #2 #3"],
      [["text.slow", "boot and cart", ["boot", "cart"], [], 9]],
    ],
    [
      "takes what else it names along",
      ["- boot: #1 #2 #3 #7"],
      [["shop.boot", "boot", ["boot"], [7], null]],
    ],
    [
      "takes single fixes out of their families, where it takes none",
      ["- mixed: #1 #4 #7"],
      [["text.mixed", "boot, cart and s7", [], [1, 4, 7], null]],
    ],
    [
      "leaves to the earlier text what that named",
      ["- boot: #1 #2 #3", "- all of it: #1 #2 #3 #7 #8 #9"],
      [
        ["shop.boot", "boot", ["boot"], [], null],
        ["text.all-of-it", "s7, s8 and s9", [], [7, 8, 9], null],
      ],
    ],
    ["draws nothing of two", ["- mixed: #1 #4"], []],
  ])("%s", (_name, texts, expected) => {
    expect(groups(texts)).toEqual(expected);
  });

  test("speaks of what had entered when it was written", () => {
    const late = [60, 61, 62].map((each) => fix(each, "fix(late): x", ["late/f.go"]));
    expect(groups(["- late: #60 #61 #62"], late)).toEqual([]);
    expect(
      groups(["", ...Array.from({ length: 12 }, () => ""), "- late: #60 #61 #62"], late),
    ).toHaveLength(1);
  });
});

const places = ["a/b", "a/c", "a/d/e", "x/models", "x/src/y", "z"];
const scopes = ["", "(cart)", "(boot)", "(a,b)"];
const words = ["order-gate", "next_run_at", "pay"];
const TEXTS = ["- one: #1 #2 #3 #4", "## Two\n\n#5 #6 #7 #8 #9\n\n- three: #10, #11, #3, #12"];

const made = fc
  .array(
    fc.tuple(
      fc.array(fc.tuple(fc.constantFrom(...places), fc.nat(3)), { maxLength: 4 }),
      fc.constantFrom(...scopes),
      fc.constantFrom(...words),
    ),
    { maxLength: 40 },
  )
  .map((all) =>
    all.map(([files, scope, word], index) =>
      fix(
        index + 1,
        `fix${scope}: ${word}`,
        files.map(([place, file]) => `${place}/f${file}.go`),
      ),
    ),
  );

const written = (texts: readonly string[]) => ({
  ...tracking(texts),
  texts: texts.map((text) => ({ text, writtenAt: dayOf(14) })),
});

function placed(fixes: readonly ClusterFix[]) {
  const { families, groups } = familiesOf(fixes, written(TEXTS));
  const where = new Map<string, string>();
  for (const { key, name, members } of families) {
    for (const { fix: each } of members) where.set(each.key, `family ${key} ${name}`);
  }
  for (const { key, name, own } of groups) {
    for (const { fix: each } of own) where.set(each.key, `group ${key} ${name}`);
  }
  const drawn = groups.map(({ key, name, families: taken }) => [
    key,
    name,
    taken.map((each) => each.key),
  ]);
  return { where, drawn, families: families.map(({ key, name }) => `${key} ${name}`) };
}

test("a fix that enters later moves no earlier one, and renames nothing", () => {
  fc.assert(
    fc.property(made, (fixes) => {
      for (let count = 14; count < fixes.length; count += 1) {
        const before = placed(fixes.slice(0, count));
        const after = placed(fixes.slice(0, count + 1));
        for (const [key, place] of before.where) expect(after.where.get(key)).toBe(place);
        expect(after.families.slice(0, before.families.length)).toEqual(before.families);
        expect(after.drawn).toEqual(before.drawn);
      }
    }),
    { numRuns: 60 },
  );
});

test("the order of rows changes nothing", () => {
  fc.assert(
    fc.property(
      made.chain((all) =>
        fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
      ),
      ([fixes, shuffled]) => {
        expect(placed(shuffled)).toEqual(placed(fixes));
      },
    ),
  );
});

test("a fix of 50,000 files, titles of a megabyte and paths of many lines are read", () => {
  const long = "order-gate ".repeat(100_000);
  const many = Array.from({ length: 50_000 }, (_, each) => `a\n/b${each}/${"d/".repeat(8)}f.go`);
  const fixes = [1, 2, 3].map((each) =>
    fix(each, `fix: ${long}`, each === 1 ? many : ["a\nb/c\nd/f.go"]),
  );
  const lines = [4, 5, 6].map((each) => fix(each, "fix: x", ["a\nb/c\nd/f.go"]));
  expect(shown([...fixes, ...lines])).toEqual([
    ["shop.order-gate", "order-gate", [1, 2, 3]],
    ["shop.a-b-c-d", "a b/c d", [4, 5, 6]],
  ]);
});
