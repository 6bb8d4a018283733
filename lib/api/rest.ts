import { type Context, Hono } from "hono";
import { findOperator, requireActor } from "#/lib/auth/actor.ts";
import { readClock } from "#/lib/clock.ts";
import { isStorable } from "#/lib/contract/is-storable.ts";
import { AppError } from "#/lib/errors.ts";
import type { Operation } from "./operation.ts";
import { OPERATIONS } from "./operations.ts";
import { readBody } from "./read-body.ts";
import { toResponse } from "./to-response.ts";

// A difference that is pasted is the largest thing that anybody sends.
const BYTES_MAX = 64 * 1024 * 1024;

/** Every operation at its address below /api/v1. */
export const rest = new Hono().basePath("/api/v1");

for (const operation of OPERATIONS) {
  const [method = "GET", path = "/"] = operation.route.split(" ");
  rest.on(method, path.replaceAll(/\{(\w+)\}/g, ":$1"), (context) => serve(operation, context));
}
rest.notFound((context) =>
  toResponse(new AppError("not_found", `There is nothing at ${context.req.path}.`)),
);

async function serve(operation: Operation, context: Context): Promise<Response> {
  try {
    const call = { clock: readClock(), actor: requireActor, reader: () => findOperator() };
    const result = await operation.handle(call, await inputOf(context));
    return result instanceof Response
      ? result
      : Response.json(result, { status: operation.status });
  } catch (error) {
    return toResponse(error);
  }
}

async function inputOf(context: Context): Promise<Record<string, unknown>> {
  const query = Object.fromEntries(
    Object.entries(context.req.queries()).map(([key, values]) => [
      key,
      values.length > 1 ? values : values[0],
    ]),
  );
  const input = { ...query, ...(await bodyOf(context)), ...context.req.param() };
  if (!isStorable(input)) {
    throw new AppError("invalid", "A field holds a NUL or half a character. Leave it out.");
  }
  return input;
}

async function bodyOf(context: Context): Promise<Record<string, unknown>> {
  if (context.req.method === "GET") return {};
  const text = Buffer.from(await readBody(context.req.raw, BYTES_MAX)).toString("utf8");
  if (text === "") return {};
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === "object" && body !== null && !Array.isArray(body)) return { ...body };
  } catch {
    // Said below, the same for every body that is no JSON object.
  }
  throw new AppError("usage", "The body is not a JSON object.");
}
