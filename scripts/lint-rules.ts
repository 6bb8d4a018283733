import { readdirSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import manifest from "#/package.json" with { type: "json" };
import { browserLeaves, mayKnow, outside, purePackages, pureRooms, type Room } from "../map.ts";

type Pattern = { readonly regex: string; readonly message: string };
type Override = { readonly files: string[]; readonly rules: Record<string, unknown> };

export const TESTS = ["**/*.test.ts", "**/*.test.tsx", "**/testing/**", "e2e/**"];

const forbid = (patterns: readonly Pattern[]) => ({
  "no-restricted-imports": ["error", { patterns }],
});
const anyOf = (names: readonly string[]) =>
  `(?:${names.map((name) => name.replaceAll(".", "\\.")).join("|")})`;

const NOT_PRISMA: Pattern = {
  regex: "^(?:#/prisma/|@prisma/|.*/prisma/generated)",
  message: "Only lib/store knows Prisma. Ask it for the row, or take db from #/lib/store/db.ts.",
};
const NOT_APP: Pattern = {
  regex: "^#/app/",
  message: "app/ is where a request starts. What it offers others belongs in lib/.",
};
const NOT_COMPONENTS: Pattern = {
  regex: "^#/components/",
  message: "Components are for pages, not for lib/.",
};
const NOT_A_TEST: Pattern = {
  regex: "(?:\\.test\\.tsx?$|/testing/|^#/e2e/)",
  message: "Tests are not a library. Move what is shared out of them.",
};

// The linter's expressions look neither ahead nor behind, so what is forbidden is spelled out.
const strangers = (friends: readonly string[], self: string): Pattern => ({
  regex: `^#/lib/${anyOf(Object.keys(mayKnow).filter((room) => !friends.includes(room)))}/`,
  message: `${self} may know ${friends.join(", ")} and nothing else. Move the code, or change the map and say why in docs/decisions.`,
});

// Inside a room `./x` and `../x`; out of it only by address, so that the crossing shows.
const byAddress = (depth: number): Pattern => ({
  regex: `^${"\\.\\./".repeat(depth)}`,
  message: "Another room is reached by its address, #/lib/room/x.ts, never by ../",
});

function patternsOf(room: Room): Pattern[] {
  const self = `lib/${room}`;
  const friends: readonly string[] = [room, ...mayKnow[room]];
  const patterns = [strangers(friends, self), NOT_APP, NOT_COMPONENTS, NOT_A_TEST];
  if (room !== "store") patterns.push(NOT_PRISMA);
  if (pureRooms.includes(room)) {
    const message = `${self} is pure: no I/O, no clock, no packages but ${purePackages.join(", ")}. Pass the value in instead.`;
    patterns.push({ regex: `^(?:node:|${anyOf(impurePackages())}(?:/|$))`, message });
    patterns.push({ regex: "^#/lib/[a-z-]+\\.ts$", message });
  }
  return patterns;
}

const serverLeaves = () =>
  readdirSync(join(import.meta.dirname, "../lib")).filter(
    (name) => name.endsWith(".ts") && !browserLeaves.includes(name),
  );

function impurePackages(): string[] {
  const packages = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
  return [...packages, ...builtinModules].filter((name) => !purePackages.includes(name));
}

/** The import restrictions that the map says, a rule for each room and each depth of folder in it. */
export function mapRules(): Override[] {
  const rooms = (Object.keys(mayKnow) as Room[]).flatMap((room): Override[] => {
    const patterns = patternsOf(room);
    return [
      { files: [`lib/${room}/*.{ts,mjs}`], rules: forbid([...patterns, byAddress(1)]) },
      { files: [`lib/${room}/*/*.{ts,mjs}`], rules: forbid([...patterns, byAddress(2)]) },
      { files: [`lib/${room}/*/*/*.{ts,mjs}`], rules: forbid([...patterns, byAddress(3)]) },
    ];
  });
  const leaf: Pattern = { regex: "^#/|^\\.\\./|^\\./[^/]+/", message: "A leaf knows no room." };
  const components = strangers(outside.components, "components/");
  const notBrowser: Pattern = {
    regex: `^#/lib/${anyOf(serverLeaves())}$`,
    message: "A component runs in the browser: data and actions arrive as props.",
  };
  return [
    ...rooms,
    { files: ["lib/*.ts"], rules: forbid([leaf]) },
    {
      files: ["components/**"],
      rules: forbid([components, notBrowser, NOT_APP, NOT_PRISMA, NOT_A_TEST]),
    },
    { files: ["app/**"], rules: forbid([strangers(outside.app, "app/"), NOT_PRISMA, NOT_A_TEST]) },
    { files: TESTS, rules: { "no-restricted-imports": "off" } },
  ];
}
