import { expect, test } from "vitest";
import { freePort } from "#/scripts/free-port.ts";
import { holdPort } from "./hold-port.ts";

test("whoever asks before there is a web server hears 503 and the step, and the port is free afterwards", async () => {
  const port = await freePort();
  const held = await holdPort(port);
  held.step("building the web server");
  const answer = await fetch(`http://127.0.0.1:${port}/healthz`);
  expect([answer.status, await answer.json()]).toEqual([
    503,
    { ready: false, step: "building the web server" },
  ]);
  await expect(holdPort(port)).rejects.toThrow(
    `Port ${port} is taken. Stop what listens there, or choose another one: PORT=`,
  );
  await held.release();
  await (await holdPort(port)).release();
});
