import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mayKnow, outside, type Room } from "../map.ts";
import config from "../oxlint.config.ts";

const root = join(import.meta.dirname, "..");
const rooms = Object.keys(mayKnow) as Room[];

type Planted = { readonly file: string; readonly line: string; readonly says: RegExp };

/** One violation per wall: each room reaching for the first room that it may not know, and every other rule of the map. */
const planted: Planted[] = [
  ...rooms.map((room): Planted => {
    const friends: readonly string[] = [room, ...mayKnow[room]];
    const stranger = rooms.find((other) => !friends.includes(other)) ?? "";
    return {
      file: `lib/${room}/bad.ts`,
      line: `import "#/lib/${stranger}/x.ts";`,
      says: new RegExp(`lib/${room} may know`),
    };
  }),
  { file: "lib/coverage/io.ts", line: 'import "node:fs";', says: /is pure/ },
  { file: "lib/facts/io.ts", line: 'import "pg";', says: /is pure/ },
  { file: "lib/coverage/clock.ts", line: 'import "#/lib/clock.ts";', says: /is pure/ },
  {
    file: "lib/read/prisma.ts",
    line: 'import "#/prisma/generated/client.ts";',
    says: /Only lib\/store knows Prisma/,
  },
  {
    file: "lib/cli/up/prisma.ts",
    line: 'import "@prisma/client";',
    says: /Only lib\/store knows Prisma/,
  },
  { file: "lib/report/app.ts", line: 'import "#/app/page.tsx";', says: /where a request starts/ },
  { file: "lib/read/component.ts", line: 'import "#/components/x.tsx";', says: /for pages/ },
  { file: "lib/sync/relative.ts", line: 'import "../store/db.ts";', says: /by its address/ },
  {
    file: "lib/forge/gitea/relative.ts",
    line: 'import "../../store/db.ts";',
    says: /by its address/,
  },
  { file: "lib/read/test.ts", line: 'import "./x.test.ts";', says: /not a library/ },
  { file: "lib/leaf.ts", line: 'import "./store/db.ts";', says: /A leaf knows no room/ },
  { file: "components/bad.tsx", line: 'import "#/lib/read/x.ts";', says: /components\/ may know/ },
  { file: "components/leaf.tsx", line: 'import "#/lib/env.ts";', says: /runs in the browser/ },
  { file: "components/app.tsx", line: 'import "#/app/x.ts";', says: /where a request starts/ },
  { file: "app/bad.ts", line: 'import "#/lib/store/db.ts";', says: /app\/ may know/ },
  { file: "app/worker.ts", line: 'import "#/lib/worker/main.ts";', says: /app\/ may know/ },
];

const cycle = {
  "lib/facts/bad-a.ts": 'import type { B } from "./bad-b.ts";\nexport type A = B | 1;\n',
  "lib/facts/bad-b.ts": 'import type { A } from "./bad-a.ts";\nexport type B = A | 2;\n',
};

type Diagnostic = { readonly message: string; readonly help: string; readonly filename: string };

function write(folder: string, file: string, text: string): void {
  mkdirSync(join(folder, dirname(file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

function lint(folder: string): Diagnostic[] {
  const result = spawnSync(
    join(root, "node_modules/.bin/oxlint"),
    ["-c", ".oxlintrc.json", "-f", "json", "."],
    {
      cwd: folder,
      encoding: "utf8",
    },
  );
  return (JSON.parse(result.stdout) as { diagnostics: Diagnostic[] }).diagnostics;
}

describe("the map", () => {
  const folder = mkdtempSync(join(tmpdir(), "gateline-map-"));
  let found: Diagnostic[];

  beforeAll(() => {
    write(folder, ".oxlintrc.json", JSON.stringify(config));
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
    for (const { file, line } of planted) write(folder, file, `${line}\n`);
    for (const [file, text] of Object.entries(cycle)) write(folder, file, text);
    write(
      folder,
      "lib/read/good.ts",
      'import { db } from "#/lib/store/db.ts";\nexport const good = db;\n',
    );
    found = lint(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const said = (file: string) =>
    found
      .filter(({ filename }) => filename.endsWith(file))
      .map(({ message, help }) => `${message} ${help}`)
      .join("\n");

  test.each(planted)("catches $line in $file", ({ file, says }) => {
    expect(said(file)).toMatch(says);
  });

  test("catches a cycle of types alone", () => {
    expect(said("bad-a.ts")).toMatch(/cycle/i);
  });

  test("lets pass what it allows", () => {
    expect(said("lib/read/good.ts")).toBe("");
  });

  test("has every room that there is, and no other", () => {
    const folders = readdirSync(join(root, "lib"), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    expect(folders.map((entry) => entry.name).toSorted()).toEqual(rooms.toSorted());
  });

  test("has no cycle among the rooms themselves", () => {
    const reach = (room: Room): Set<string> =>
      new Set([...mayKnow[room], ...mayKnow[room].flatMap((friend) => [...reach(friend as Room)])]);
    for (const room of rooms) expect(reach(room).has(room)).toBe(false);
  });

  test("names only rooms that there are", () => {
    const named: string[] = [...Object.values(mayKnow).flat(), ...Object.values(outside).flat()];
    expect(named.filter((name) => !(rooms as string[]).includes(name))).toEqual([]);
  });
});
