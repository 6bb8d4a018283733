import { readRegex, type Takes, type Tree } from "./regex-tree.ts";

type Node =
  | { readonly kind: "take"; readonly takes: Takes; readonly next: number }
  | { readonly kind: "start" | "end"; readonly next: number }
  | { readonly kind: "split"; readonly next: number[] }
  | { readonly kind: "match" };

type State = {
  readonly takers: readonly number[];
  readonly matches: boolean;
  readonly matchesAtEnd: boolean;
  readonly next: Map<number, State>;
};

export type Matcher = (text: string) => boolean;

const NODES_MAX = 3000;
const STATES_MAX = 500;
const SOURCE_MAX = 2000;
const MATCHERS_MAX = 2000;
const matchers = new Map<string, Matcher | null>();

/** Whether a text holds what a regular expression looks for, in time linear in the text whatever the expression; null for an expression that cannot be told so. */
export function linearMatcher(source: string, ignoreCase = false): Matcher | null {
  const key = `${ignoreCase ? "i" : "="}${source}`;
  const cached = matchers.get(key);
  if (cached !== undefined) return cached;
  const matcher = compile(source, ignoreCase);
  // A process that meets endless different expressions must not grow with them.
  if (matchers.size >= MATCHERS_MAX) matchers.clear();
  matchers.set(key, matcher);
  return matcher;
}

function compile(source: string, ignoreCase: boolean): Matcher | null {
  const tree = source.length > SOURCE_MAX ? null : readRegex(source);
  if (tree === null) return null;
  const nodes: Node[] = [{ kind: "match" }];
  const first = build(ignoreCase ? foldCase(tree) : tree, 0, nodes);
  if (first === null) return null;
  const anywhere: Node = { kind: "split", next: [first] };
  nodes.push(anywhere, { kind: "take", takes: () => true, next: nodes.length });
  anywhere.next.push(nodes.length - 1);
  return machineOf(nodes, nodes.length - 2);
}

function foldCase(tree: Tree): Tree {
  if (tree.kind === "take") {
    const takes: Takes = (code) => {
      const text = String.fromCharCode(code);
      return (
        tree.takes(code) ||
        tree.takes(text.toLowerCase().charCodeAt(0)) ||
        tree.takes(text.toUpperCase().charCodeAt(0))
      );
    };
    return { kind: "take", takes };
  }
  if (tree.kind === "many") return { ...tree, part: foldCase(tree.part) };
  return "parts" in tree ? { ...tree, parts: tree.parts.map(foldCase) } : tree;
}

/** Adds what a tree needs before the node `next`; its first node, null when there are too many. */
function build(tree: Tree, next: number, nodes: Node[]): number | null {
  if (nodes.length > NODES_MAX) return null;
  if (tree.kind === "all") {
    let at: number | null = next;
    for (const part of tree.parts.toReversed()) at = at === null ? null : build(part, at, nodes);
    return at;
  }
  if (tree.kind === "any") {
    const starts = tree.parts.map((part) => build(part, next, nodes));
    const found = starts.filter((start) => start !== null);
    return found.length < starts.length ? null : nodes.push({ kind: "split", next: found }) - 1;
  }
  if (tree.kind === "many") return buildMany(tree, next, nodes);
  return nodes.push(tree.kind === "take" ? { ...tree, next } : { kind: tree.kind, next }) - 1;
}

function buildMany(tree: Tree & { kind: "many" }, next: number, nodes: Node[]): number | null {
  let at: number | null = next;
  if (tree.most === Infinity) {
    const loop: number[] = [next];
    const split = nodes.push({ kind: "split", next: loop }) - 1;
    const body = build(tree.part, split, nodes);
    if (body === null) return null;
    loop.push(body);
    at = split;
  }
  for (let more = tree.most === Infinity ? 0 : tree.most - tree.least; more > 0; more -= 1) {
    const body: number | null = at === null ? null : build(tree.part, at, nodes);
    if (body === null) return null;
    at = nodes.push({ kind: "split", next: [next, body] }) - 1;
  }
  for (let copy = 0; copy < tree.least; copy += 1)
    at = at === null ? null : build(tree.part, at, nodes);
  return at;
}

function machineOf(nodes: readonly Node[], first: number): Matcher {
  const states = new Map<string, State>();
  const stateOf = (starts: readonly number[], atStart: boolean): State => {
    const made = closure(nodes, starts, atStart);
    const key = `${made.takers.join(" ")}${made.matches ? "!" : ""}${made.matchesAtEnd ? "$" : ""}`;
    const seen = states.get(key);
    if (seen) return seen;
    if (states.size >= STATES_MAX) states.clear();
    states.set(key, made);
    return made;
  };
  const start = stateOf([first], true);
  return (text) => {
    let state = start;
    for (let at = 0; at < text.length; at += 1) {
      if (state.matches) return true;
      const code = text.charCodeAt(at);
      let next = state.next.get(code);
      if (!next) {
        next = stateOf(taken(nodes, state.takers, code), false);
        // A state holds others alive, so it forgets them before there are many.
        if (state.next.size > STATES_MAX) state.next.clear();
        state.next.set(code, next);
      }
      state = next;
    }
    return state.matches || state.matchesAtEnd;
  };
}

function taken(nodes: readonly Node[], takers: readonly number[], code: number): number[] {
  return takers.flatMap((index) => {
    const node = nodes[index];
    return node?.kind === "take" && node.takes(code) ? [node.next] : [];
  });
}

function closure(nodes: readonly Node[], starts: readonly number[], atStart: boolean): State {
  const seen = new Set<number>();
  const seenAtEnd = new Set<number>();
  const takers: number[] = [];
  const open = starts.map((index) => ({ index, atEnd: false }));
  let matches = false;
  let matchesAtEnd = false;
  for (let top = open.pop(); top; top = open.pop()) {
    const { index, atEnd } = top;
    const visited = atEnd ? seenAtEnd : seen;
    if (visited.has(index)) continue;
    visited.add(index);
    const node = nodes[index];
    if (node?.kind === "match") {
      if (atEnd) matchesAtEnd = true;
      else matches = true;
    } else if (node?.kind === "split") open.push(...node.next.map((to) => ({ index: to, atEnd })));
    else if (node?.kind === "start" && atStart) open.push({ index: node.next, atEnd });
    else if (node?.kind === "end") open.push({ index: node.next, atEnd: true });
    else if (node?.kind === "take" && !atEnd) takers.push(index);
  }
  return { takers: takers.toSorted((a, b) => a - b), matches, matchesAtEnd, next: new Map() };
}
