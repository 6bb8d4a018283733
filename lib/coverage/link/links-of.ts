import { type Endpoint, type ForgeObject, keyOf } from "./endpoint.ts";
import { groupLinks } from "./group-links.ts";
import type { Link, Said } from "./link.ts";
import type { LinkRepository, Scope } from "./link-repository.ts";
import { nameMatcher } from "./name-matcher.ts";
import { type Dangling, type LinkText, saidIn } from "./said-in.ts";
import { sortDangling } from "./sort-dangling.ts";

export type LinkItem = {
  readonly repositoryId: number;
  readonly number: number;
  readonly title: string;
  readonly body: string | null;
};

export type LinkComment = {
  readonly repositoryId: number;
  /** Of the tracking issue that it stands under. */
  readonly number: number;
  readonly externalId: string;
  readonly body: string;
};

export type LinkFacts = {
  readonly repositories: readonly LinkRepository[];
  readonly issues: readonly LinkItem[];
  readonly pulls: readonly LinkItem[];
  /** Gates with the names that people gave them, which may say what they cover. */
  readonly gates: readonly {
    readonly repositoryId: number;
    readonly gate: string;
    readonly name: string;
  }[];
  /** Comments under the tracking issue. */
  readonly comments: readonly LinkComment[];
  /** Null when the program has no tracking issue. */
  readonly tracking: { readonly repositoryId: number; readonly number: number } | null;
  readonly gapOf: Scope["gapOf"];
};

export type Links = {
  readonly links: readonly Link[];
  /** References that lead nowhere, each with the reason. */
  readonly dangling: readonly Dangling[];
};

/** Every link that the texts of a program say, one per pair, and what leads nowhere; the same for the same texts in any order, and linear in them. Only pull requests and gates close and cover: an issue or a tracking comment that says so mentions, but an issue may name the pull request that repaired it. */
export function linksOf(facts: LinkFacts): Links {
  const names = nameMatcher(
    facts.repositories.flatMap(({ alias, fullName }) => [
      alias,
      fullName,
      fullName.slice(fullName.lastIndexOf("/") + 1),
    ]),
  );
  const titles = new Map(facts.pulls.map((pull) => [keyOf({ ...pull, kind: "pull" }), pull.title]));
  const said: Said[] = [];
  const dangling: Dangling[] = [];
  for (const text of textsOf(facts)) {
    const scope: Scope = {
      home: text.repositoryId,
      repositories: facts.repositories,
      context: text.context,
      gapOf: facts.gapOf,
    };
    const found = saidIn(text, {
      scope,
      names,
      titleOf: (to: Endpoint) => titles.get(keyOf(to)) ?? null,
    });
    // One text may hold more references than a call takes arguments.
    for (const each of found.said) said.push(each);
    for (const each of found.dangling) dangling.push(each);
  }
  return { links: groupLinks(said), dangling: sortDangling(dangling) };
}

function* textsOf({ issues, pulls, gates, comments, tracking }: LinkFacts): Generator<LinkText> {
  const isTracking = (each: { repositoryId: number; number: number }) =>
    each.repositoryId === tracking?.repositoryId && each.number === tracking.number;
  for (const [kind, items] of [["issue", issues] as const, ["pull", pulls] as const]) {
    for (const item of items) {
      const { repositoryId, number, title, body } = item;
      const from: ForgeObject = { kind, repositoryId, number };
      const context = kind === "issue" && isTracking(item) ? "program" : "item";
      const whole = {
        from,
        repositoryId,
        context,
        pullTitle: kind === "pull" ? title : null,
      } as const;
      yield { ...whole, place: "title", text: title };
      if (body !== null) yield { ...whole, place: "body", text: body };
    }
  }
  for (const { repositoryId, gate, name } of gates) {
    const from: Endpoint = { kind: "gate", repositoryId, gate };
    yield { from, repositoryId, context: "item", pullTitle: null, place: "name", text: name };
  }
  for (const { repositoryId, number, externalId, body } of comments) {
    const from: ForgeObject = { kind: "issue", repositoryId, number };
    const place = `comment:${externalId}`;
    yield { from, repositoryId, context: "program", pullTitle: null, place, text: body };
  }
}
