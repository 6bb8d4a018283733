import { compareText } from "../link/endpoint.ts";
import type { ClusterRule } from "../policy.ts";
import { applyWords, type WordsApplied } from "./apply-words.ts";
import { type Cluster, clusterByRules } from "./cluster-by-rules.ts";
import type { ClusterWord } from "./cluster-word.ts";
import { familiesOf, type Tracking } from "./families-of.ts";
import type { Family, Node } from "./field.ts";
import type { Group } from "./group.ts";
import type { ClusterFix } from "./read-features.ts";
import { inLine, sayList, slug } from "./slug.ts";
import type { TextGroup } from "./text-group.ts";
import { topicsOf } from "./topics-of.ts";

/** Every group of a program's fixes: what its rules match first, then what its tracking texts draw and what the engine suggests for the rest, and all of it as people decided. A fix is in one group at most. Words that name what is not there come back as `idle`. */
export function groupsOf(input: {
  /** All of them, covered or not. */
  readonly items: readonly ClusterFix[];
  readonly rules: readonly ClusterRule[];
  /** Whether clusters are found for what no rule matches. */
  readonly suggest: boolean;
  /** Null when the program has no tracking issue. */
  readonly tracking: Tracking | null;
  readonly words: readonly ClusterWord[];
}): WordsApplied {
  const { items, rules, suggest, words } = input;
  const ruled = clusterByRules({ items, rules });
  const left = new Set(ruled.unclustered);
  const { families, groups } = familiesOf(
    suggest ? items.filter(({ key }) => left.has(key)) : [],
    input.tracking,
  );
  const ruleOf = new Map(rules.map((rule) => [rule.key, rule]));
  const titles = new Map(items.map(({ key, title }) => [key, title]));
  const taken = new Set(groups.flatMap((group) => group.families));
  const all = [
    ...ruled.clusters.map((cluster) => ruledGroup(cluster, ruleOf.get(cluster.key))),
    ...groups.map(drawnGroup),
    ...families.filter((family) => !taken.has(family)).map(suggestedGroup),
  ];
  const applied = applyWords({ groups: all, items: items.map(({ key }) => key), words });
  return {
    groups: applied.groups.map((group) => ({
      ...group,
      topics: group.topics.length > 0 ? group.topics : topicsOf(group.items, titles),
    })),
    idle: applied.idle,
  };
}

const PLAIN = {
  topics: [],
  claimed: null,
  architecture: false,
  pinned: false,
  recurringRule: false,
  parts: [],
  words: [],
};

function ruledGroup(cluster: Cluster, rule: ClusterRule | undefined): Group {
  return {
    ...PLAIN,
    ...cluster,
    origin: "rule",
    topics: rule?.topics ?? [],
    claimed: rule?.claimed ?? null,
    architecture: rule?.architecture ?? false,
    recurringRule: rule?.recurring ?? false,
  };
}

function drawnGroup({ key, name, lead, claimed, families, own }: TextGroup): Group {
  const whole = families.map((family) => ({
    key: family.key.slice(family.key.indexOf(".") + 1),
    name: family.name,
    items: keysOf(family.members),
  }));
  const named =
    own.length > 0 ? [{ key: "also-named", name: "also named", items: keysOf(own) }] : [];
  const parts = [...whole, ...named];
  return {
    ...PLAIN,
    key,
    name,
    why: `The tracking text gathers them under “${lead}”.`,
    origin: "text",
    claimed,
    parts: parts.length > 1 ? apart(parts) : [],
    items: parts.flatMap(({ items }) => items).toSorted(compareText),
  };
}

/** Families of two repositories may have founding places of one name. */
function apart(parts: readonly Group["parts"][number][]): Group["parts"] {
  const keys = new Set<string>();
  return parts.map((part) => {
    const key = keys.has(part.key) ? `${part.key}-${slug(part.items[0] ?? "")}` : part.key;
    keys.add(key);
    return { ...part, key };
  });
}

function suggestedGroup(family: Family): Group {
  const { key, name, members } = family;
  return { ...PLAIN, key, name, why: whyOf(family), origin: "suggested", items: keysOf(members) };
}

const SAID_MAX = 3;
const PLACE_MAX = 100;

function whyOf({ places, scopes, topics }: Family): string {
  const say = (all: Iterable<string>) => {
    const names = [...all].map((each) => inLine(each, PLACE_MAX));
    const more = names.length - SAID_MAX;
    return sayList(more > 1 ? [...names.slice(0, SAID_MAX), `${more} more`] : names);
  };
  const where = places.size > 0 ? `repair ${say(places.keys())}` : null;
  const titled = scopes.size > 0 ? `are titled ${say(scopes)}` : null;
  const about = topics.size > 0 ? `speak of ${say(topics)}` : null;
  return `Fixes that ${[where, about, titled].filter((each) => each !== null).join(" or ")}.`;
}

const keysOf = (nodes: Iterable<Node>): readonly string[] =>
  [...nodes].map(({ fix }) => fix.key).toSorted(compareText);
