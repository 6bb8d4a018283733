import { describe, expect, test } from "vitest";
import { z } from "zod";
import { AppError } from "#/lib/errors.ts";
import { toResponse } from "./to-response.ts";

const NAME = z.string().trim().min(1, "give a name").max(200);

describe("what a schema refuses is told in a plain sentence, after its field", () => {
  test.each<readonly [string, z.ZodType, unknown, string]>([
    ["no number above 0", z.int().positive(), 0, "give a whole number above 0"],
    ["a number below the least", z.int().min(1), 0, "give a whole number of at least 1"],
    ["a number above the most", z.int().max(1440), 1441, "give a whole number of at most 1,440"],
    ["a number at an open end", z.int().lt(5), 5, "give a whole number below 5"],
    ["no number", z.int(), Number.NaN, "give a number"],
    ["a word for a number", z.coerce.number(), "two", "give a number"],
    ["half a number", z.int(), 0.5, "give a whole number"],
    ["a text that is too long", NAME, "a".repeat(201), "write at most 200 characters"],
    ["a text that is empty", z.string().min(1), "", "write at least 1 character"],
    ["a text that is missing", z.string(), undefined, "give a text"],
    ["neither yes nor no", z.boolean(), "x", "give true or false"],
    ["no list", z.array(z.int()), {}, "give a list"],
    ["a list that is too long", z.array(z.int()).max(1), [1, 2], "give at most 1"],
    ["no object", z.object({}), 3, "give an object"],
    ["none of the choices", z.enum(["fix", "issue"]), "x", "choose one of fix, issue"],
    ["not the only value", z.literal("cto"), "x", "give cto"],
    ["words of our own", NAME, " ", "give a name"],
    ["words of our own for a type", z.string("say it"), 3, "say it"],
    ["what is not told otherwise", z.iso.date(), "x", "Invalid ISO date"],
  ])("%s", async (_what, schema, value, says) => {
    const { error } = z
      .object({ body: z.object({ at: schema }) })
      .safeParse({ body: { at: value } });
    const answer = toResponse(error);
    expect(answer.status).toBe(422);
    expect(await answer.json()).toEqual({
      code: "invalid",
      message: `body.at: ${says}`,
      field: "body.at",
    });
  });

  test("without a field it is the input", async () => {
    const answer = toResponse(z.object({}).safeParse(3).error);
    expect(await answer.json()).toMatchObject({ message: "The input: give an object" });
  });
});

test("an error of ours speaks for itself", async () => {
  const answer = toResponse(new AppError("conflict", "It was withdrawn before."));
  expect(answer.status).toBe(409);
  expect(await answer.json()).toEqual({ code: "conflict", message: "It was withdrawn before." });
});
