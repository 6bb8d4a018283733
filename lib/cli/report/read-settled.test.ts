import { expect, test } from "vitest";
import { readSettled } from "./read-settled.ts";

/** A program that is judged anew during the first so many reads. */
function busyFor(reads: number) {
  let [judged, done] = [0, 0];
  const read = async () => {
    done += 1;
    if (done <= reads) judged += 1;
    return `read ${done}`;
  };
  return readSettled(async () => String(judged), read);
}

test.each([
  ["nothing changes", 0, "read 1"],
  ["it is judged anew once while it is read", 1, "read 2"],
  ["it is judged anew twice while it is read", 2, "read 3"],
])("where %s, all is of one state", async (_what, reads, given) => {
  expect(await busyFor(reads)).toBe(given);
});

test("what never stands still is refused with what to do, not shown in pieces", async () => {
  await expect(busyFor(99)).rejects.toMatchObject({
    code: "unavailable",
    message: expect.stringMatching(/judged anew 3 times.*Run it again/),
  });
});
