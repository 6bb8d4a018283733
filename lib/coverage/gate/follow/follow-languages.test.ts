import { describe, expect, test } from "vitest";
import { empty, type Files, selected } from "./testing/following.ts";

describe("pytest", () => {
  const tests = empty("tests/test_a.py", "tests/e2e/test_b.py", "tests/helper.py", "src/c_test.py");
  const ini = (body: string): Files => ({ ...tests, "pytest.ini": `[pytest]\n${body}\n` });
  test.each([
    [
      "all by name",
      tests,
      "python -m pytest --tb=short",
      ["tests/test_a.py", "tests/e2e/test_b.py", "src/c_test.py"],
    ],
    ["testpaths", ini("testpaths = tests"), "pytest", ["tests/test_a.py", "tests/e2e/test_b.py"]],
    ["an argument wins", ini("testpaths = tests"), "pytest src", ["src/c_test.py"]],
    [
      "python_files",
      ini("python_files = test_*.py"),
      "pytest",
      ["tests/test_a.py", "tests/e2e/test_b.py"],
    ],
    [
      "what addopts ignore",
      ini("addopts =\n    -q\n    --ignore=tests/e2e"),
      "pytest tests",
      ["tests/test_a.py"],
    ],
    [
      "pyproject",
      { ...tests, "pyproject.toml": '[tool.pytest.ini_options]\ntestpaths = [\n  "src",\n]\n' },
      "uv run pytest",
      ["src/c_test.py"],
    ],
    ["one test of a file", tests, "pytest tests/test_a.py::test_x", ["tests/test_a.py"]],
    ["a choice of names", tests, "pytest src -k fast", ["src/c_test.py?"]],
    [
      "a mark taken away",
      tests,
      "pytest tests -m 'not e2e'",
      ["tests/test_a.py", "tests/e2e/test_b.py?"],
    ],
    ["a number of a flag that is not known", tests, "pytest --shards 4 src", ["src/c_test.py"]],
    ["a collection only", tests, "pytest --collect-only", []],
    ["coverage in front", tests, "coverage run --source=x -m pytest src", ["src/c_test.py"]],
    [
      "tox",
      { ...tests, "tox.ini": "[testenv]\ncommands =\n    pytest {posargs:src}\n" },
      "tox -e py312",
      ["src/c_test.py"],
    ],
  ])("%s", (_name, files, step, expected) => {
    expect(selected(files, step)).toEqual(expected);
  });
});

test.each([
  [
    "unittest goes into packages only",
    "cd ops && python -m unittest discover -p 'test_*.py'",
    ["ops/test_a.py", "ops/sub/test_b.py"],
  ],
  ["unittest by module", "python -m unittest ops.test_a.Case", ["ops/test_a.py"]],
])("%s", (_name, step, expected) => {
  const files = empty(
    "ops/test_a.py",
    "ops/sub/__init__.py",
    "ops/sub/test_b.py",
    "ops/plain/test_c.py",
  );
  expect(selected(files, step)).toEqual(expected);
});

describe("cargo", () => {
  const files: Files = {
    "Cargo.toml": '[workspace]\nmembers = ["crates/*"]\n\n[package]\nname = "top"\n',
    "crates/a/Cargo.toml": '[package]\nname = "a"\n',
    ...empty("src/lib.rs", "tests/top.rs", "crates/a/src/lib.rs", "crates/a/tests/it.rs"),
  };
  test.each([
    ["the package here", "cargo test", ["src/lib.rs", "tests/top.rs"]],
    [
      "the workspace",
      "cargo test --workspace",
      ["src/lib.rs", "tests/top.rs", "crates/a/src/lib.rs", "crates/a/tests/it.rs"],
    ],
    [
      "a package by name",
      "cargo nextest run -p a",
      ["crates/a/src/lib.rs", "crates/a/tests/it.rs"],
    ],
    ["a test by name", "cargo test --test top", ["tests/top.rs"]],
    ["its library only", "cargo +nightly test --lib", ["src/lib.rs"]],
    ["compiled only", "cargo test --no-run", []],
    ["a build", "cargo build", []],
  ])("%s", (_name, step, expected) => {
    expect(selected(files, step)).toEqual(expected);
  });
});

describe("gradle and maven", () => {
  const unit = "core/src/test/java/ATest.java";
  const late = "core/src/test/java/BIT.java";
  const own = "core/src/integrationTest/java/CTest.java";
  const files = empty(unit, late, own, "web/src/test/kotlin/DTest.kt");
  test.each([
    ["gradle test", "./gradlew test", [unit, late, "web/src/test/kotlin/DTest.kt"]],
    ["one module", "./gradlew :web:test --info", ["web/src/test/kotlin/DTest.kt"]],
    ["a source set of its own", "./gradlew integrationTest", [`${own}?`]],
    ["a check without tests", "./gradlew build -x test", []],
    ["an assembly", "./gradlew assemble", []],
    ["maven", "mvn -B test", [unit, "web/src/test/kotlin/DTest.kt"]],
    ["maven verify", "./mvnw verify -pl core", [unit, `${late}?`]],
    ["without tests", "mvn install -DskipTests", []],
  ])("%s", (_name, step, expected) => {
    expect(selected(files, step)).toEqual(expected);
  });
});

test.each([
  ["bats", "bats test", ["test/a.bats"]],
  ["rspec", "bundle exec rspec", ["spec/b_spec.rb"]],
  ["one spec", "bin/rspec spec/b_spec.rb:12", ["spec/b_spec.rb"]],
  ["rake", "bundle exec rake spec", ["spec/b_spec.rb"]],
  [
    "a task of rake's own",
    "rake docs_test",
    [
      "test/a.bats?",
      "spec/b_spec.rb?",
      "tests/CTest.php?",
      "Lib.Tests/DTests.cs?",
      "test/e_test.exs?",
    ],
  ],
  ["phpunit", "vendor/bin/phpunit", ["tests/CTest.php"]],
  ["composer", "composer exec phpunit -- --stop-on-failure", ["tests/CTest.php"]],
  ["a script of composer", "composer test", ["tests/CTest.php"]],
  ["dotnet", "dotnet test -c Release", ["Lib.Tests/DTests.cs"]],
  ["mix", "mix test", ["test/e_test.exs"]],
])("%s", (_name, step, expected) => {
  const files = {
    ...empty(
      "test/a.bats",
      "spec/b_spec.rb",
      "tests/CTest.php",
      "Lib.Tests/DTests.cs",
      "test/e_test.exs",
    ),
    "composer.json": '{"scripts":{"test":["@php -v","@unit"],"unit":"phpunit"}}',
  };
  expect(selected(files, step)).toEqual(expected);
});

describe("a script of a language that is not followed", () => {
  const files = {
    ...empty("tests/test_a.py", "web/b.test.ts", "test/prepare.ts", "Lib.Tests/CTests.cs"),
    "build.ps1": "Invoke-Dotnet test $solution",
    "run_tests.py": "import subprocess",
  };
  test.each([
    ["leaves the tests open of the runner that it names", "./build.ps1", ["Lib.Tests/CTests.cs?"]],
    ["is one by its own name", "python run_tests.py", ["run_tests.py"]],
    ["is none by its folder alone", "node test/prepare.ts", []],
  ])("%s", (_name, step, expected) => {
    expect(selected(files, step)).toEqual(expected);
  });
});
