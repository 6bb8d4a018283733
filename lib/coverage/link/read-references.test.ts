import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nameMatcher } from "./name-matcher.ts";
import { type ReadOptions, readReferences } from "./read-references.ts";

const names = nameMatcher(["shop", "core", "cp", "ci", "app", "acme/shop"]);
const read = (text: string, more: ReadOptions = {}) => readReferences(text, { names, ...more });
/** Each reference as `relation number`. */
const said = (text: string, more: ReadOptions = {}) =>
  read(text, more).map(({ relation, target }) => `${relation} ${target.number}`);

describe("what is a reference", () => {
  test.each([
    ["a bare number", "see #12.", [[null, 12]]],
    ["an owner and a name", "see acme/shop#12", [["acme/shop", 12]]],
    ["an alias", "ci-drift(cp#741), x", [["cp", 741]]],
    [
      "a pull request as Gitea writes it",
      "!12 and acme/shop!13",
      [
        [null, 12],
        ["acme/shop", 13],
      ],
    ],
    [
      "a word that says what the number is",
      "PR#12 and GH-13",
      [
        [null, 12],
        [null, 13],
      ],
    ],
    [
      "a row",
      "(#605/#621, #736-#742)",
      [
        [null, 605],
        [null, 621],
        [null, 736],
        [null, 742],
      ],
    ],
    ["a commit id is none", "abcdef1 and a1b2c3d4 and #12ab34", []],
    ["a colour is none", "color: #123456", []],
    ["an entity is none", "&#39;", []],
    ["an escaped one is none", String.raw`\#12`, []],
    ["zero is none", "#0", []],
    ["an anchor is none", "https://a.example/x#12 docs/page#anchor a/b/c/#12", []],
    ["an exclamation is none", "wow!13", []],
    ["code holds none", "`#12` and ``a ` #13``", []],
    ["a code block holds none", "```\n#12\n```\n~~~ts\n#13\n~~~\n\n    #14", []],
    ["an open code block holds none to its end", "```\n#12\n\n#13", []],
    ["a comment holds none", "<!-- #12\n#13 --> <!-- #14", []],
    ["preformatted text holds none", "<pre>\n#12\n</pre>", []],
    ["code in tags holds none", "<code>#12</code> <kbd>fixes #13</kbd>", []],
    ["the text of an anchor is none", '<a href="https://a.example/x">#12</a>', []],
    ["the label of another address is none", "[#12](https://tracker.example/t/12)", []],
    ["a comment in code opens nothing", "`<!--` #12", [[null, 12]]],
  ])("%s", (_name, text, expected) => {
    const found = read(text).map(({ target }) => [
      target.kind === "number" ? target.repository : target.kind,
      target.number,
    ]);
    expect(found).toEqual(expected);
  });

  test.each([
    ["of Gitea", "https://git.example/acme/shop/issues/12", "git.example", "acme/shop"],
    [
      "of a pull request",
      "https://git.example:3000/acme/shop/pulls/12",
      "git.example:3000",
      "acme/shop",
    ],
    [
      "of GitHub",
      "https://forge.example/acme/shop/pull/12/files?w=1#x",
      "forge.example",
      "acme/shop",
    ],
    ["below a path", "(https://git.example/code/acme/shop/issues/12)", "git.example", "acme/shop"],
    [
      "behind a label",
      "[#13](https://git.example/acme/shop/issues/12).",
      "git.example",
      "acme/shop",
    ],
  ])("an address %s", (_name, text, host, fullName) => {
    expect(read(text).map(({ target }) => target)).toEqual([
      { kind: "url", host, fullName, number: 12 },
    ]);
  });

  test("a gap of our own", () => {
    expect(read("Closes-Gap: GAP-118, not gap-4").map(({ target }) => target)).toEqual([
      { kind: "gap", number: 118 },
    ]);
  });
});

describe("what closes", () => {
  const KEYWORDS = [
    "close",
    "closes",
    "closed",
    "fix",
    "fixes",
    "fixed",
    "resolve",
    "resolves",
    "resolved",
  ];
  test.each(KEYWORDS)("the keyword %s, with a colon, in any case, in bold", (keyword) => {
    const forms = [`${keyword} #12`, `${keyword.toUpperCase()}: #12`, `**${keyword}:** cp#12`];
    for (const form of forms) {
      expect(read(form)).toMatchObject([
        { relation: "closes", method: "closing-keyword", isPlain: true },
      ]);
    }
  });

  test.each([
    ["an address", "Fixes https://git.example/acme/shop/issues/12", ["closes 12"]],
    ["a link", "Fixes [#12](https://git.example/acme/shop/issues/12)", ["closes 12"]],
    ["in the next line", "Fixes\n#12", ["closes 12"]],
    [
      "each with its own relation",
      "Fixes #12, see #13, covers #14",
      ["closes 12", "refs 13", "covers 14"],
    ],
    ["a number in brackets behind is another matter", "Fixes #12 (#13)", ["closes 12", "refs 13"]],
    ["a statement behind ends the list", "fixes #12 and #13 is open", ["closes 12", "refs 13"]],
    ["what names its repair", "fixed by #12", ["closed-by 12"]],
    ["a part of a word does not", "prefixes #12, auto-close #13", ["refs 12", "refs 13"]],
    ["the regression from it does not", "Fixes a regression from #12", ["refs 12"]],
    ["a gerund does not", "fixing #12", ["refs 12"]],
  ])("%s", (_name, text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  test.each([
    [
      "of a list all but the first",
      "Fixes #1, #2 and #3",
      ["closing-keyword", "closing-list", "closing-list"],
    ],
    ["a noun between", "Fixes bug #1", ["closing-words"]],
    ["a list below a line", "Fixes:\n- #1\n- cp#2", ["closing-list", "closing-list"]],
  ])("a forge does not close %s, but people mean it", (_name, text, methods) => {
    const found = read(text);
    expect(found.map(({ relation }) => relation)).toEqual(methods.map(() => "closes"));
    expect(found.map(({ method }) => method)).toEqual(methods);
    expect(found.map(({ isPlain }) => isPlain)).toEqual(
      methods.map((each) => each === "closing-keyword"),
    );
  });

  test("a hope closes, but not plainly", () => {
    expect(read("This should fix #12")).toMatchObject([{ relation: "closes", isPlain: false }]);
  });
});

describe("what covers", () => {
  test.each([
    ["the word", "covers #12"],
    ["the word with a colon", "Cover: #12"],
    ["a regression test", "Adds a regression test for #12"],
    ["a regression harness", "regression harness (#12)"],
    ["coverage", "e2e coverage for #12"],
    ["a gate of a kind", "smoke test for issue #12"],
    ["a test that does", "A smoke test that covers #12"],
    ["the test", "The test covers #12"],
    ["a test that was extended", "Extends the regression test for #12"],
    ["a gate of a conventional title", "fix(ci): regression gate (#12)"],
    ["a checked task", "- [x] covers #12"],
    ["a list below a line", "Covers:\n\n- #12"],
  ])("%s", (_name, text) => {
    expect(said(text)).toEqual(["covers 12"]);
  });

  test.each(["Covers", "Gate-For", "Regression-Test-For", "Tests-For", "Closes-Gap"])(
    "the trailer %s covers all that it lists",
    (key) => {
      const found = read(`Words.\n\n${key}: #12, cp#13\nSigned-off-by: x`);
      expect(found.map(({ method }) => method)).toEqual(["covers-trailer", "covers-trailer"]);
    },
  );

  test.each([
    ["the words stand right there", "test: regression harness (#728)", "covers", "title-harness"],
    [
      "words stand between",
      "Add a regression gate for deploy tokens (#728)",
      "covers",
      "title-harness",
    ],
    [
      "it is a fix of what stands behind it",
      "fix(core): keep the order (#728)",
      "closes",
      "fix-title",
    ],
    ["it takes a harness away", "remove the regression harness (#728)", "refs", "mention"],
    ["it says nothing of it", "feat: more (#728)", "refs", "mention"],
  ])("in a title, where %s", (_name, title, relation, method) => {
    expect(read(title, { title: true })).toMatchObject([{ relation, method }]);
  });
});

test.each([
  ["negated", "does not fix #12"],
  ["negated", "doesn't yet fully fix #12"],
  ["negated", "no longer covers #12"],
  ["negated", "Not covered: #12"],
  ["negated", "there is no regression test for #12"],
  ["negated", "a regression test for #12 is still missing"],
  ["negated", "skips the flaky regression test for #12"],
  ["negated", "I wonder whether it fixes #12"],
  ["negated", "This reorders the list of items but on its own it does not\nfix #12"],
  ["reverted", "Reverts the change that fixes #12"],
  ["partial", "partially fixes #12"],
  ["partial", "covers #12 only in part"],
  ["partial", "tries to fix #12"],
  ["planned", "will cover #12"],
  ["planned", "TODO: covers #12"],
  ["planned", "we still need to fix #12"],
  ["planned", "a later PR covers #12"],
  ["planned", "## Out of scope\n\n- covers #12"],
  ["not-a-change", "the fix #12 broke it"],
  ["question", "fixes #12?"],
  ["question", "Better (or covers #12?)"],
  ["quoted", "> fixes #12"],
  ["quoted", 'They wrote "Closes #12" there'],
  ["quoted", "They wrote “covers #12” there"],
  ["quoted", "<blockquote>\n<p>fixes #12</p>\n</blockquote>"],
  ["quoted", "<blockquote>Fixes #12</blockquote>"],
  ["struck", "~~fixes #12~~"],
  ["struck", "<del>fixes #12</del>"],
  ["not-a-change", "the regression test for #12 broke it"],
  ["not-a-change", "moves the regression test for #12"],
  ["not-a-change", "the existing gate already covers #12"],
  ["unchecked", "- [ ] covers #12"],
  ["unchecked", "- [ ] later\n  - covers #12"],
  ["unchecked", "1. [ ] later\n\n   covers #12"],
])("words that are %s claim nothing: %s", (held, text) => {
  expect(read(text)).toMatchObject([
    { relation: "refs", method: "mention", held, target: { number: 12 } },
  ]);
});

test.each([
  ["another clause is negated", "does not change the API, fixes #12"],
  ["another sentence is a question", "Why? It fixes #12"],
  ["another line is a question", "fixes #12\nAny idea?"],
  ["an apostrophe is no quotation", "The users' list: it doesn't hurt, fixes #12"],
  ["a quotation ended", 'Says "no" and fixes #12'],
  ["a quotation stands above it", "<blockquote>old</blockquote>\nfixes #12"],
  ["another task is unchecked", "- [ ] docs\n\nfixes #12"],
  ["a relative clause", "A change that fixes #12"],
])("words claim although %s", (_name, text) => {
  expect(said(text)).toEqual(["closes 12"]);
});

describe("names around a reference", () => {
  test.each([
    ["in the sentence", "In core we saw #12", null, ["core"], []],
    ["not in another sentence", "Core is up. See #12", null, [], []],
    ["right in front", "core PR #12 and cp", "core", ["core", "cp"], []],
    ["right behind", "#12 in cp, not in core", "cp", ["cp", "core"], []],
    ["in the heading", "## CP\n\nsee #12", null, [], ["cp"]],
    ["in a heading further up", "# cp\n## Gates\nsee #12", null, [], ["cp"]],
    ["in a bold line", "**cp**\n\nsee #12", null, [], ["cp"]],
    ["in a line above a list", "Closed in cp:\n- #12", null, [], ["cp"]],
    ["not in a heading that ended", "## cp\n## Other\nsee #12", null, [], []],
    ["not in a part of a word or path", "core/x, ci-mask, app.ts and corecp: #12", null, [], []],
    ["not a plain word behind an article", "The app stops, see #12", null, [], []],
    ["but the repository of that name", "The app repository has #12", null, ["app"], []],
    ["in code of its own", "In `core` #12", "core", ["core"], []],
    ["not in front of another number", "cp#7 and #12", null, [], []],
  ])("%s", (_name, text, adjacent, sentence, heading) => {
    expect(read(text).find(({ target }) => target.number === 12)?.near).toEqual({
      adjacent,
      sentence,
      heading,
    });
  });

  test("the scope of a title names no repository", () => {
    expect(read("fix(core): the list (#12)", { title: true })[0]?.near.sentence).toEqual([]);
  });
});

test("a reference knows its line and its sentence", () => {
  const text =
    "# A\r\n\r\nOne thing.\nIt covers\n#12. More.\n\n- x\n  ```\n  y\n  ```\n  Fixes #13";
  expect(read(text).map(({ line, quote }) => [line, quote])).toEqual([
    [5, "It covers #12."],
    [11, "Fixes #13"],
  ]);
});

test("a long sentence is cut to 200 characters around the reference", () => {
  const [found] = read(`${"word ".repeat(400)}covers #12 ${"word ".repeat(400)}`);
  expect(found?.quote).toContain("covers #12");
  expect(found?.quote.length).toBeLessThanOrEqual(200);
});

const plain = fc
  .array(fc.constantFrom("alpha", "beta", "gamma,", "delta.", "It", "moves", "12", "and"), {
    maxLength: 12,
  })
  .map((words) => words.join(" "));

test("text without a reference, in paragraphs of its own, changes no reference", () => {
  const claim = fc.constantFrom(
    "Fixes #12",
    "covers cp#7, #8",
    "- [ ] covers #9",
    "> see #3",
    "Covers:\n- #4",
  );
  fc.assert(
    fc.property(plain, claim, plain, (before, text, behind) => {
      expect(said(`${before}\n\n${text}\n\n${behind}`)).toEqual(said(text));
    }),
  );
});

test("any text is read without an error, and every line exists", () => {
  const pieces = fc.constantFrom(
    "#12",
    "cp#3",
    "fixes ",
    "covers: ",
    "\n",
    "- [ ] ",
    "`",
    "```",
    "~~",
    '"',
    "<!--",
    "-->",
    "> ",
    "## ",
    "?",
    ". ",
    "core",
    " ",
    "](",
    "[",
    "(",
    "https://git.example/a/b/issues/4",
    "GAP-5",
    "\r",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      const text = parts.join("");
      const lines = text.split(/\r\n?|\n/).length;
      for (const { line, quote } of read(text)) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(lines);
        expect(quote.length).toBeLessThanOrEqual(200);
      }
    }),
  );
});
