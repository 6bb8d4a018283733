import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLNamedType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  getOperationAST,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from "graphql";

const NODES_MAX = 500_000;
const PAGE_MAX = 100;

export type Measure = {
  /** What is taken from the hour's allowance. */
  points: number;
  /** How many rows the query could give at most. */
  nodes: number;
  /** Why it is refused before anything is read; null where it is not. */
  refusal: { type: string; message: string } | null;
};

type Walk = {
  schema: GraphQLSchema;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  variables: Readonly<Record<string, unknown>>;
  requests: number;
  nodes: number;
  refusal: Measure["refusal"];
};

/**
 * What a valid query costs, by the published rule: each list asks once for each row of the list around it, a
 * hundredth of that is the points, at least one.
 */
export function measure(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
  operationName: string | null = null,
): Measure {
  const operation = getOperationAST(document, operationName);
  const root = operation && schema.getRootType(operation.operation);
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      fragments.set(definition.name.value, definition);
  }
  const walk: Walk = {
    schema,
    fragments,
    variables,
    requests: 0,
    nodes: 0,

    refusal: null,
  };
  if (operation && root) walkInto(walk, [{ type: root, set: operation.selectionSet }], 1);
  const { requests, nodes } = walk;
  const refusal = walk.refusal ?? tooMany(nodes);
  return { points: Math.max(1, Math.round(requests / 100)), nodes, refusal };
}

function tooMany(nodes: number): Measure["refusal"] {
  if (nodes <= NODES_MAX) return null;
  const asked = nodes.toLocaleString("en-US");
  const message = `This query requests up to ${asked} possible nodes which exceeds the maximum limit of 500,000.`;
  return { type: "MAX_NODE_LIMIT_EXCEEDED", message };
}

type Part = { type: GraphQLNamedType; set: SelectionSetNode };
type Found = { definition: GraphQLField<unknown, unknown>; nodes: FieldNode[] };

function walkInto(walk: Walk, parts: readonly Part[], times: number): void {
  const fields = new Map<string, Found>();
  for (const part of parts) collect(walk, part, fields);
  for (const found of fields.values()) walkField(walk, found, times);
}

function walkField(walk: Walk, { definition, nodes }: Found, times: number): void {
  const [node] = nodes;
  if (!node) return;
  const type = getNamedType(definition.type);
  const args = getArgumentValues(definition, node, walk.variables);
  const within = timesWithin(walk, { definition, nodes }, args) * times;
  const parts = nodes.flatMap(({ selectionSet }) =>
    selectionSet ? [{ type, set: selectionSet }] : [],
  );
  if (isConnection(definition)) {
    walk.requests += times;
    walk.nodes += within;
  }
  walkInto(walk, parts, within);
}

/** How often what is inside of a field is read for each time that the field is. */
function timesWithin(walk: Walk, found: Found, args: Record<string, unknown>): number {
  // The rule says nothing of rows that are asked for by their ids; this is the dearer reading.
  if (Array.isArray(args.ids)) return args.ids.length;
  if (!isConnection(found.definition)) return 1;
  const size = args.first ?? args.last;
  const { name } = found.definition;
  if (typeof size === "number") {
    if (size > PAGE_MAX || size < 1) walk.refusal ??= outOfRange(name, size);
    return size;
  }
  if (found.nodes.some(asksForRows)) {
    const message = `You must provide a \`first\` or \`last\` value to properly paginate the \`${name}\` connection.`;
    walk.refusal ??= { type: "MISSING_PAGINATION_BOUNDARIES", message };
  }
  return 0;
}

function outOfRange(name: string, size: number): Measure["refusal"] {
  const message = `Requesting ${size} records on the \`${name}\` connection exceeds the \`first\` limit of ${PAGE_MAX} records.`;
  return { type: "EXCESSIVE_PAGINATION", message };
}

const asksForRows = ({ selectionSet }: FieldNode): boolean =>
  selectionSet?.selections.some(
    (each) => each.kind !== Kind.FIELD || /^(nodes|edges)$/.test(each.name.value),
  ) ?? false;

const isConnection = ({ type, args }: GraphQLField<unknown, unknown>): boolean =>
  getNamedType(type).name.endsWith("Connection") && args.some(({ name }) => name === "first");

/** The fields of a place by the name that they have in the answer: one that is asked for twice is read once. */
function collect(walk: Walk, { type, set }: Part, fields: Map<string, Found>): void {
  for (const selection of set.selections) {
    if (isLeftOut(walk, selection)) continue;
    if (selection.kind === Kind.FIELD) {
      const definition = fieldOf(type, selection.name.value);
      if (!definition) continue;
      const key = `${type.name} ${selection.alias?.value ?? selection.name.value}`;
      const known = fields.get(key);
      if (known) known.nodes.push(selection);
      else fields.set(key, { definition, nodes: [selection] });
      continue;
    }
    const fragment =
      selection.kind === Kind.FRAGMENT_SPREAD
        ? walk.fragments.get(selection.name.value)
        : selection;
    if (!fragment) continue;
    const named = fragment.typeCondition && walk.schema.getType(fragment.typeCondition.name.value);
    collect(walk, { type: named ?? type, set: fragment.selectionSet }, fields);
  }
}

function fieldOf(type: GraphQLNamedType, name: string): GraphQLField<unknown, unknown> | undefined {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
}

function isLeftOut({ variables }: Walk, node: Parameters<typeof getDirectiveValues>[1]): boolean {
  const skip = getDirectiveValues(GraphQLSkipDirective, node, variables);
  const include = getDirectiveValues(GraphQLIncludeDirective, node, variables);
  return skip?.if === true || include?.if === false;
}
