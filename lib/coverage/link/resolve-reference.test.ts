import { describe, expect, test } from "vitest";
import { keyOf } from "./endpoint.ts";
import type { Scope } from "./link-repository.ts";
import { nameMatcher } from "./name-matcher.ts";
import { readReferences } from "./read-references.ts";
import { resolveReference } from "./resolve-reference.ts";
import { CORE, CP, inShop, REPOSITORIES, repository, SHOP } from "./testing/repositories.ts";

const names = nameMatcher(["shop", "core", "cp", "acme/shop-service"]);

/** What the last reference of a text in shop means: `certainty key rule`. */
function resolve(text: string, scope: Scope): string {
  const reference = readReferences(text, { names }).at(-1);
  if (!reference) return "no reference";
  const found = resolveReference(reference, scope);
  if (found.certainty === "dangling") return `dangling: ${found.why}`;
  if (found.certainty === "ambiguous") {
    return `ambiguous ${found.candidates.map(keyOf).join(" ")}`;
  }
  return `${found.certainty} ${keyOf(found.to)} ${found.resolvedBy}`;
}

describe("in the text of an item", () => {
  test.each([
    ["an alias decides", "cp#12", `certain item:${CP}#12 alias-reference`],
    ["so in any case", "CP#12", `certain item:${CP}#12 alias-reference`],
    ["a last name decides", "core-service#12", `certain item:${CORE}#12 alias-reference`],
    ["a full name decides", "acme/cp-service#12", `certain item:${CP}#12 repository-reference`],
    [
      "an address decides",
      "https://git.example/acme/cp-service/issues/12",
      `certain item:${CP}#12 url`,
    ],
    [
      "it decides against the sentence",
      "In core, acme/cp-service#12",
      `certain item:${CP}#12 repository-reference`,
    ],
    ["a bare number is of home", "covers #12", `certain item:${SHOP}#12 home-number`],
    [
      "a repository beside it decides",
      "covers core #12",
      `certain item:${CORE}#12 adjacent-repository`,
    ],
    ["one behind it decides", "covers #12 in cp", `certain item:${CP}#12 adjacent-repository`],
    [
      "the sentence decides, though the forge reads home",
      "For core this covers #12",
      `likely item:${CORE}#12 sentence-repository`,
    ],
    [
      "the sentence decides where home has none",
      "For cp this covers #7",
      `certain item:${CP}#7 sentence-repository`,
    ],
    [
      "the heading decides, though the forge reads home",
      "## core\ncovers #12",
      `likely item:${CORE}#12 heading-repository`,
    ],
    [
      "the sentence goes before the heading",
      "## core\nfor cp see #12",
      `likely item:${CP}#12 sentence-repository`,
    ],
    [
      "the sentence may name home",
      "## core\nfor shop see #12",
      `certain item:${SHOP}#12 sentence-repository`,
    ],
    [
      "two names in a sentence decide nothing",
      "For core and cp, see #12",
      `certain item:${SHOP}#12 home-number`,
    ],
    [
      "a named one that has no such number decides nothing",
      "For cp, see #8",
      `certain item:${SHOP}#8 home-number`,
    ],
    [
      "a closing keyword closes at home",
      "For core this fixes #12",
      `certain item:${SHOP}#12 home-number`,
    ],
    [
      "but not where it names another",
      "Fixes core #12",
      `certain item:${CORE}#12 adjacent-repository`,
    ],
    ["the only other one that has it is likely", "see #7", `likely item:${CP}#7 only-repository`],
  ])("%s", (_name, text, expected) => {
    expect(resolve(text, inShop())).toBe(expected);
  });
});

describe("in a text of the program", () => {
  const program = inShop({ context: "program" });
  test.each([
    [
      "a number that several have is asked about",
      "#12",
      `ambiguous item:${SHOP}#12 item:${CORE}#12 item:${CP}#12`,
    ],
    ["though one of them is home", "#5 is closed", `ambiguous item:${SHOP}#5 item:${CORE}#5`],
    ["the sentence decides", "In core we saw #12", `certain item:${CORE}#12 sentence-repository`],
    [
      "the heading decides",
      "### CP family (24)\n\n(#7/#12)",
      `certain item:${CP}#12 heading-repository`,
    ],
    ["the only one that has it is meant", "#7", `certain item:${CP}#7 only-repository`],
    ["so is home", "#8", `certain item:${SHOP}#8 home-number`],
    [
      "of two named ones that have it none decides",
      "In core and cp #13, #12 too",
      `ambiguous item:${SHOP}#12 item:${CORE}#12 item:${CP}#12`,
    ],
  ])("%s", (_name, text, expected) => {
    expect(resolve(text, program)).toBe(expected);
  });

  test("the only one is only likely while another was not read to the end", () => {
    const unread = repository(4, "docs", {}, { isWhole: false });
    const repositories = [...REPOSITORIES, unread];
    expect(resolve("#7", inShop({ context: "program", repositories }))).toBe(
      `likely item:${CP}#7 only-repository`,
    );
  });
});

describe("what leads nowhere says why", () => {
  const unread = [repository(SHOP, "shop", {}, { isWhole: false }), repository(CP, "cp", {})];
  test.each([
    ["a number that does not exist", "cp#99", inShop(), "There is no #99 in cp."],
    ["a bare one", "#99", inShop(), "There is no #99 in shop, core, cp."],
    [
      "one that may not have been read",
      "#99",
      inShop({ repositories: unread }),
      "No #99 was read; shop may have it and was not read to the end.",
    ],
    [
      "a repository outside",
      "other/thing#12",
      inShop(),
      "other/thing is no repository of this program.",
    ],
    [
      "a mirror on another host",
      "https://mirror.example/acme/cp-service/issues/12",
      inShop(),
      "mirror.example/acme/cp-service is no repository of this program.",
    ],
    ["a gap that does not exist", "GAP-9", inShop(), "There is no gap GAP-9."],
  ])("%s", (_name, text, scope, why) => {
    expect(resolve(text, scope)).toBe(`dangling: ${why}`);
  });
});

test("a gap means what it is the gap of", () => {
  const gapOf = (number: number) =>
    ({ kind: "issue", repositoryId: CP, number: number + 1 }) as const;
  expect(resolve("GAP-11", inShop({ gapOf }))).toBe(`certain item:${CP}#12 gap-name`);
});

test("one name on two forges is the one of the text's own forge, and asked about where neither is", () => {
  const numbers = { issues: [12] };
  const twins = ["one", "two", "six"].map((host, index) =>
    repository(index + 1, `a${index}`, numbers, {
      fullName: "acme/shop",
      url: `https://${host}.example/acme/shop`,
    }),
  );
  const at = (home: number, rest: typeof twins) => ({ ...inShop({ repositories: rest }), home });
  expect(resolve("acme/shop#12", at(2, twins))).toBe("certain item:2#12 repository-reference");
  const stranger = repository(9, "z", {}, { url: null });
  expect(resolve("acme/shop#12", at(9, [...twins.slice(0, 2), stranger]))).toBe(
    "ambiguous item:1#12 item:2#12",
  );
});
