import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Pair,
  parseDocument,
  Scalar,
  visit,
  type YAMLMap,
} from "yaml";
import type { WorkflowFileFact } from "#/lib/facts/workflow-file.ts";
import type { Finding } from "./finding.ts";
import { recordOf } from "./read-triggers.ts";

/** A workflow file as plain values, and where in the file each stands. */
export type WorkflowSource = {
  readonly path: string;
  readonly root: Readonly<Record<string, unknown>>;
  /** The jobs in the order of the file, by id. */
  readonly jobs: readonly { readonly id: string; readonly pair: Pair }[];
  readonly lineOf: (node: unknown) => number | null;
  /** The line of what stands at a path of keys: of its own key in a map, of itself in a list; null where nothing does. */
  readonly lineAt: (keys: readonly (string | number)[]) => number | null;
  /** The line on which the text of a `|` block at a path of keys begins; null where no such block stands. */
  readonly blockLineAt: (keys: readonly (string | number)[]) => number | null;
};

const SIZE_MAX = 1_000_000;

/** Reads the YAML of a workflow file; what cannot be read becomes a finding, never an error: broken, too large, nested or repeated beyond reason. */
export function parseWorkflow(file: WorkflowFileFact): WorkflowSource | Finding {
  if (file.text.length > SIZE_MAX)
    return broken(file.path, "it is longer than a million signs, which no forge runs.", null);
  const lines = new LineCounter();
  // A file of anchors that multiply or of a thousand brackets makes the parser throw.
  try {
    const document = parseDocument(file.text, {
      lineCounter: lines,
      merge: true,
      prettyErrors: false,
      logLevel: "error",
      // The parser compares each key with each other; a large file would take minutes.
      uniqueKeys: false,
    });
    const error = document.errors[0];
    if (error) return broken(file.path, error.message, lines.linePos(error.pos[0]).line);
    const twice = repeatedKey(document);
    if (twice) {
      const line = lines.linePos(twice.range?.[0] ?? 0).line;
      return broken(file.path, `the key ${String(twice.value)} stands there twice.`, line);
    }
    return sourceOf(file.path, document, lines);
  } catch (cause) {
    return broken(file.path, cause instanceof Error ? cause.message : String(cause), null);
  }
}

/** The first key that a map holds twice; null where none does. */
function repeatedKey(document: Document): Scalar | null {
  let found: Scalar | null = null;
  visit(document, {
    Map: (_, map) => {
      const met = new Set<unknown>();
      for (const { key } of map.items) {
        if (!isScalar(key) || key.value === "<<") continue;
        if (met.has(key.value)) {
          found = key;
          return visit.BREAK;
        }
        met.add(key.value);
      }
      return undefined;
    },
  });
  return found;
}

function sourceOf(path: string, document: Document, lines: LineCounter): WorkflowSource {
  const jobs = resolved(document, document.get("jobs", true));
  const lineOf = (node: unknown): number | null => {
    const start = isNode(node) ? node.range?.[0] : undefined;
    return start === undefined ? null : lines.linePos(start).line;
  };
  return {
    path,
    root: recordOf(document.toJS({ maxAliasCount: 1000 }) as unknown),
    jobs: isMap(jobs)
      ? jobs.items.map((pair) => ({
          id: isScalar(pair.key) ? String(pair.key.value) : String(pair.key),
          pair,
        }))
      : [],
    lineOf,
    lineAt: (keys) => {
      const child = standingAt(document, keys);
      return lineOf(isPair(child) ? child.key : child);
    },
    blockLineAt: (keys) => {
      const node = resolved(document, valueOf(standingAt(document, keys)));
      const line = isScalar(node) && node.type === Scalar.BLOCK_LITERAL ? lineOf(node) : null;
      return line === null ? null : line + 1;
    },
  };
}

function standingAt(document: Document, keys: readonly (string | number)[]): unknown {
  const parent = keys
    .slice(0, -1)
    .reduce<unknown>((node, key) => valueOf(childOf(document, node, key)), document.contents);
  return childOf(document, parent, keys.at(-1) ?? "");
}

/** The pair of a map or the item of a list at a key. */
function childOf(document: Document, node: unknown, key: string | number): unknown {
  const parent = resolved(document, node);
  if (isMap(parent)) return pairsOf(parent).get(String(key));
  return isSeq(parent) ? parent.items[Number(key)] : undefined;
}

const pairs = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();

function pairsOf(map: YAMLMap): ReadonlyMap<string, Pair> {
  const known = pairs.get(map);
  if (known) return known;
  const byKey = new Map(
    map.items.flatMap((pair) => (isScalar(pair.key) ? [[String(pair.key.value), pair]] : [])),
  );
  pairs.set(map, byKey);
  return byKey;
}

const valueOf = (child: unknown): unknown => (isPair(child) ? child.value : child);

const resolved = (document: Document, node: unknown): unknown =>
  isAlias(node) ? node.resolve(document) : node;

function broken(path: string, message: string, line: number | null): Finding {
  const text = `The workflow file is not valid YAML, so none of its gates can be read: ${message}`;
  return { kind: "broken_workflow", workflow: path, job: null, line, message: text };
}
