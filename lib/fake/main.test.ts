import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const main = fileURLToPath(new URL("./main.ts", import.meta.url));

test.each(["SIGTERM", "disconnect"])(
  "the sample forge tells its parent its address and ends with 0 on %s",
  async (ending) => {
    const child = fork(main, { env: { ...process.env, PORT: "0" }, silent: true, execArgv: [] });
    const exited = once(child, "exit");
    const [message] = await once(child, "message");
    expect(message).toMatchObject({ url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) });
    const version = await fetch(`${message.url}/api/v1/version`);
    expect(await version.json()).toEqual({ version: "1.27.0" });
    if (ending === "SIGTERM") child.kill("SIGTERM");
    else child.disconnect();
    expect(await exited).toEqual([0, null]);
  },
);
