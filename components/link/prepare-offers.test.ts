import { describe, expect, test } from "vitest";
import { prepareAnswers, prepareLinkOffers, prepareRejectedOffers } from "./prepare-offers.ts";
import { prepareQuestions } from "./prepare-questions.ts";
import { issueEnd, linkOf, pullEnd, rejectedOf } from "./testing/link-of.ts";

const word = (value: "confirm" | "insufficient") => ({ value, reason: "a", actor: "b" });
const person = { method: "person", place: "person", line: 0 } as const;

describe("what can be said of a link that leads to an item", () => {
  test.each([
    ["a claim to cover", {}, ["Confirm", "Not enough", "Reject"]],
    ["a claim to repair", { relation: "closes" }, ["Confirm", "Reject"]],
    ["a mention, which means nothing more when confirmed", { relation: "refs" }, ["Reject"]],
    [
      "a mention that waits",
      { relation: "refs", certainty: "ambiguous", asks: true },
      ["Confirm", "Reject"],
    ],
    [
      "a confirmed claim to cover",
      { decided: word("confirm") },
      ["Not enough", "Reject", "Take back"],
    ],
    [
      "one that is not enough",
      { decided: word("insufficient") },
      ["Confirm", "Reject", "Take back"],
    ],
    [
      "one that only a person says",
      { ...person, decided: word("confirm") },
      ["Not enough", "Take back"],
    ],
  ] as const)("%s", (_what, more, verbs) => {
    expect(prepareLinkOffers(linkOf(more)).map(({ verb }) => verb)).toEqual(verbs);
  });

  test("S08 only not enough asks for what the gate does not reach", () => {
    const asking = prepareLinkOffers(linkOf()).filter(({ asks }) => asks !== null);
    expect(asking.map(({ verb, asks }) => [verb, asks])).toEqual([
      ["Not enough", "What it does not reach"],
    ]);
  });

  test.each([
    ["Confirm", "confirm"],
    ["Not enough", "insufficient"],
    ["Reject", "reject"],
  ] as const)("%s sends %s of both ends and the relation", (verb, value) => {
    const link = linkOf();
    const offer = prepareLinkOffers(link).find((each) => each.verb === verb);
    const { from, to } = link;
    expect(offer?.words).toEqual([{ from: from.end, to: to.end, relation: "covers", value }]);
  });

  test("what is taken back is the word, not the link", () => {
    const offer = prepareLinkOffers(linkOf({ decided: word("confirm") })).at(-1);
    expect(offer?.words.map(({ value }) => value)).toEqual([null]);
  });
});

test.each(["closes", "covers", "refs"] as const)(
  "of a link that was rejected the word of %s can be taken back, and nothing else",
  (relation) => {
    const link = rejectedOf({ relation });
    const { from, to } = link;
    expect(prepareRejectedOffers(link)).toMatchObject([
      { verb: "Take back", words: [{ from: from.end, to: to.end, relation, value: null }] },
    ]);
  },
);

describe("what can be answered to a reference that waits", () => {
  const CORE = issueEnd(12, 2);
  const asked = (more: Parameters<typeof linkOf>[0]) =>
    prepareQuestions([linkOf({ asks: true, ...more })]).flatMap(prepareAnswers);

  test("one that may mean several things: each of them, or none", () => {
    const answers = asked({ certainty: "ambiguous", alternatives: [CORE] });
    expect(answers.map(({ lead, verb }) => lead + verb)).toEqual([
      "Confirm core#12",
      "Confirm cp#12",
      "Reject",
    ]);
    const [core, , reject] = answers;
    expect(core?.words.map(({ to, value }) => [to, value])).toEqual([[CORE.end, "confirm"]]);
    expect(reject?.words.map(({ to, value }) => [to, value])).toEqual([
      [CORE.end, "reject"],
      [linkOf().to.end, "reject"],
    ]);
  });

  test("an issue that names its repair is asked which repair it names", () => {
    const answers = asked({
      certainty: "ambiguous",
      relation: "closes",
      method: "named-as-fix",
      alternatives: [pullEnd(40, 2)],
    });
    expect(answers.map(({ verb }) => verb)).toEqual(["core#40", "cp#40", "Reject"]);
    expect(answers[0]?.words[0]).toMatchObject({ from: pullEnd(40, 2).end, to: linkOf().to.end });
  });

  test("one that is likely: whether it is so, and whether it is enough", () => {
    expect(asked({ certainty: "likely" }).map(({ verb }) => verb)).toEqual([
      "Confirm",
      "Not enough",
      "Reject",
    ]);
  });
});
