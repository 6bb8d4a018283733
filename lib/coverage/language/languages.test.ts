import { describe, expect, test } from "vitest";
import { LANGUAGES, languageOf } from "./languages.ts";

test.each([
  ["a.go", "Go"],
  ["src/a.mts", "JavaScript and TypeScript"],
  ["a.jsx", "JavaScript and TypeScript"],
  ["a.test-d.ts", "TypeScript types"],
  ["a.py", "Python"],
  ["a.bats", "shell"],
  ["A.java", "Java"],
  ["A.kt", "Kotlin"],
  ["a.rb", "Ruby"],
  ["a.php", "PHP"],
  ["A.cs", "C#"],
  ["a.rs", "Rust"],
])("%s is %s", (path, name) => {
  expect(languageOf(path)?.name).toBe(name);
});

test.each(["a", "a.md", "a.dart", "go", "a.go.md", ""])(
  "%j is no language that is read",
  (path) => {
    expect(languageOf(path)).toBeNull();
  },
);

describe("what a line gives a name", () => {
  test.each([
    ["a.go", "func (s *Server) Start() error {", "Start"],
    ["a.go", "type Server struct {", "Server"],
    ["a.ts", "export const limit = 3;", "limit"],
    ["a.ts", "  private async load(id: string): Promise<void> {", "load"],
    ["a.ts", "export default async function run() {", "run"],
    ["a.ts", "export abstract class Store {", "Store"],
    ["a.ts", "  if (ready) {", null],
    ["a.ts", '  describe("a", function () {', null],
    ["a.py", "    async def load(self):", "load"],
    ["a.py", "LIMIT: int = 3", "LIMIT"],
    ["a.sh", "start_server() {", "start_server"],
    ["A.java", "  public static List<String> names(int count) {", "names"],
    ["A.java", "    return names(1);", null],
    ["A.kt", "  suspend fun load(id: String): Node {", "load"],
    ["a.rb", "  def self.load(id)", "load"],
    ["a.php", "    public static function load(int $id): Node", "load"],
    ["A.cs", "    public async Task<Node> Load(int id)", "Load"],
    ["a.rs", "    pub(crate) async fn load(id: u32) -> Node {", "load"],
  ])("%s: %s", (path, line, name) => {
    const found = languageOf(path)?.definitions.flatMap((one) => one.exec(line)?.[1] ?? []);
    expect(found?.[0] ?? null).toBe(name);
  });
});

describe("what a line imports", () => {
  test.each([
    ["a.go", '\t"net/http"', "net/http"],
    ["a.go", 'import log "log/slog"', "log/slog"],
    ["a.ts", 'import { a } from "./a.ts";', "./a.ts"],
    ["a.ts", '} from "./a.ts";', "./a.ts"],
    ["a.js", 'const a = require("./a");', "./a"],
    ["a.py", "from ..app.text import parse", "..app.text"],
    ["a.sh", 'source "lib/common.sh"', "lib/common.sh"],
    ["A.java", "import static org.example.Parser.parse;", "org.example.Parser.parse"],
    ["A.kt", "import org.example.Parser", "org.example.Parser"],
    ["a.rb", 'require_relative "../lib/parser"', "../lib/parser"],
    ["a.php", "use App\\Text\\Parser;", "App\\Text\\Parser"],
    ["A.cs", "using Example.Text;", "Example.Text"],
    ["a.rs", "use crate::text::parse;", "crate::text::parse"],
  ])("%s: %s", (path, line, name) => {
    const found = languageOf(path)?.imports.flatMap((one) => one.exec(line)?.[1] ?? []);
    expect(found?.[0]).toBe(name);
  });
});

test("no pattern remembers where it stopped", () => {
  const patterns = LANGUAGES.flatMap((language) => Object.values(language).flat());
  const flags = patterns.flatMap((one) => (one instanceof RegExp ? one.flags : []));
  expect(flags.filter((flag) => /[gy]/.test(flag))).toEqual([]);
});
