import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  getVariableValues,
  parse,
  validate,
} from "graphql";
import { type Answer, answerJson } from "../../answer.ts";
import { limitHeaders, remainingOf } from "../limits.ts";
import { JSON_TYPE, reply } from "../reply.ts";
import type { Site } from "../site.ts";
import { fail, SOMETHING_WENT_WRONG, shapeError } from "./fail.ts";
import { type Measure, measure } from "./measure.ts";
import { rootOf } from "./root.ts";
import { publishedSchema } from "./schema.ts";

type Question = { query: string; variables: Record<string, unknown>; operationName: string | null };
type Told = { answer: Answer; points: number };

const documents = new Map<string, DocumentNode | readonly GraphQLError[]>();

/** Answers one query on the published schema, with what it cost; what is wrong with it comes with status 200, as there. */
export function answerGraphql(site: Site, body: string): Told {
  const question = readQuestion(body);
  if (!question)
    return { points: 0, answer: reply({ status: 400, message: "Problems parsing JSON" }) };
  const schema = publishedSchema();
  const document = readDocument(schema, question.query);
  if (!("kind" in document)) return told(site, { errors: document }, 0);
  const operation = getOperationAST(document, question.operationName);
  const { errors, coerced } = getVariableValues(
    schema,
    operation?.variableDefinitions ?? [],
    question.variables,
  );
  if (errors) return told(site, { errors }, 0);
  const measured = measure(schema, document, coerced, question.operationName);
  return refused(site, measured) ?? carryOut(site, { schema, document, question, measured });
}

function readQuestion(body: string): Question | null {
  try {
    const parsed = JSON.parse(body) as Partial<Question> | null;
    if (typeof parsed !== "object" || parsed === null) return null;
    const { query, variables, operationName } = parsed;
    return { query: query ?? "", variables: variables ?? {}, operationName: operationName ?? null };
  } catch {
    return null;
  }
}

function readDocument(
  schema: GraphQLSchema,
  query: string,
): DocumentNode | readonly GraphQLError[] {
  const known = documents.get(query);
  if (known) return known;
  if (documents.size > 200) documents.clear();
  const document = readNewDocument(schema, query);
  documents.set(query, document);
  return document;
}

function readNewDocument(schema: GraphQLSchema, query: string) {
  try {
    const document = parse(query);
    const errors = validate(schema, document);
    return errors.length > 0 ? errors : document;
  } catch (error) {
    return [error instanceof GraphQLError ? error : new GraphQLError("The query cannot be read.")];
  }
}

/** What is not even begun: a question that is too large, or one for which no points are left. */
function refused(site: Site, { refusal, nodes, points }: Measure): Told | null {
  const { graphql, limitWord, timesOutAboveRows } = site.skin;
  if (refusal) return told(site, { data: null, errors: [fail(refusal.type, refusal.message)] }, 0);
  if (remainingOf(graphql) < 1) {
    const message = `API rate limit exceeded for user ID ${viewerId(site)}.`;
    return told(site, { errors: [fail(limitWord, message)] }, 0);
  }
  if (timesOutAboveRows === null || nodes <= timesOutAboveRows) return null;
  // What ran out of time is paid for all the same.
  graphql.used += points + 1;
  const { answer } = told(site, { data: null, errors: [fail(null, SOMETHING_WENT_WRONG)] }, 0);
  return { points: points + 1, answer: { ...answer, status: 502 } };
}

const viewerId = ({ store }: Site): number =>
  store.users.find(({ login }) => login === store.viewer)?.id ?? 0;

type Task = {
  schema: GraphQLSchema;
  document: DocumentNode;
  question: Question;
  measured: Measure;
};

function carryOut(site: Site, { schema, document, question, measured }: Task): Told {
  site.skin.graphql.used += measured.points;
  const result = execute({
    schema,
    document,
    rootValue: rootOf(site, measured),
    variableValues: question.variables,
    operationName: question.operationName,
    fieldResolver: resolverOf(site),
    typeResolver: (value) => (value as { __typename: string }).__typename,
  });
  // Nothing in here waits, so that one answer is one moment of the store.
  return told(site, result as ExecutionResult, measured.points);
}

function resolverOf({ skin }: Site): GraphQLFieldResolver<unknown, unknown> {
  let rows = 0;
  return (source, args, context, info) => {
    const node = source as Record<string, unknown>;
    const { fieldName, parentType, returnType } = info;
    if (!(fieldName in node)) {
      throw fail(null, `The fake forge does not know ${parentType.name}.${fieldName}.`);
    }
    if (skin.broken.some(({ number, field }) => number === node.number && field === fieldName)) {
      throw fail(null, SOMETHING_WENT_WRONG);
    }
    const value = node[fieldName];
    const found: unknown = typeof value === "function" ? value(args, context, info) : value;
    if (skin.rowsMax !== null && getNamedType(returnType).name.endsWith("Connection")) {
      rows += (found as { size?: number } | null)?.size ?? 0;
      if (rows > skin.rowsMax) {
        throw fail("RESOURCE_LIMITS_EXCEEDED", "Resource limits for this query exceeded.");
      }
    }
    return found;
  };
}

type Result = { data?: unknown; errors?: readonly GraphQLError[] };

function told({ skin }: Site, { data, errors = [] }: Result, points: number): Told {
  const body = {
    ...(data === undefined ? {} : { data }),
    ...(errors.length > 0 ? { errors: errors.map(shapeError) } : {}),
  };
  const headers = { ...JSON_TYPE, ...limitHeaders(skin.graphql, "graphql") };
  return { points, answer: answerJson(body, headers) };
}
