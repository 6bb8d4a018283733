import fc from "fast-check";
import { expect, test } from "vitest";
import type { Known } from "#/lib/facts/known.ts";
import { contentsParser } from "./parse-contents.ts";

const contents = fc.array(fc.option(fc.uint8Array({ maxLength: 40 })), { maxLength: 10 });

test("answers are read however the output is cut", () => {
  fc.assert(
    fc.property(contents, fc.integer({ min: 1, max: 50 }), (all, step) => {
      const answers = all.map((content, id) =>
        content === null
          ? Buffer.from(`${id} missing\n`)
          : Buffer.concat([
              Buffer.from(`${id} blob ${content.length}\n`),
              content,
              Buffer.from("\n"),
            ]),
      );
      const output = Buffer.concat(answers);
      const found = new Map<string, Known<Buffer>>();
      const parse = contentsParser();
      let ended = 0;
      for (let at = 0; at < output.length; at += step) {
        ended += parse(output.subarray(at, at + step), found);
      }
      expect(ended).toBe(all.length);
      expect(
        [...found].map(([id, read]) => [Number(id), read.known ? [...read.value] : null]),
      ).toEqual(all.map((content, id) => [id, content && [...content]]));
    }),
  );
});

test("a large one and what is no file are passed over, and what follows is read", () => {
  const found = new Map<string, Known<Buffer>>();
  const parse = contentsParser();
  const large = `a blob 1048577\n${"x".repeat(1_048_577)}\n`;
  expect(parse(Buffer.from(`${large}b tree 3\nxyz\nc blob 1048576\n`), found)).toBe(2);
  expect(parse(Buffer.from(`${"y".repeat(1_048_576)}\n`), found)).toBe(1);
  expect([...found.values()].map((read) => (read.known ? read.value.length : read.why))).toEqual([
    "The file is larger than 1 MiB, so it was not read.",
    "It is no file.",
    1_048_576,
  ]);
});
