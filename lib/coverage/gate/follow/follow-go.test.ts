import { expect, test } from "vitest";
import { type Files, selected } from "./testing/following.ts";

const FILES: Files = {
  "go.mod": "module example.org/app\n",
  "a/a_test.go": "package a",
  "a/deep/b_test.go": "package deep",
  "a/testdata/c_test.go": "package c",
  "tests/e2e/d_test.go": "//go:build e2e\n\npackage e2e\n",
  "tests/e2e/e_windows_test.go": "package e2e\n",
  "engine/go.mod": "module example.org/app/engine\n",
  "engine/x_test.go": "package engine",
};

test.each([
  ["all packages of the module here", "go test ./...", ["a/a_test.go", "a/deep/b_test.go"]],
  ["a tag lets tagged tests in", "go test -tags=e2e ./tests/...", ["tests/e2e/d_test.go"]],
  ["a tag behind a blank", "go test -tags e2e,x ./tests/e2e", ["tests/e2e/d_test.go"]],
  ["no tag keeps them out", "go test ./tests/e2e", []],
  ["a module of its own", "cd engine && go test ./...", ["engine/x_test.go"]],
  ["another folder by -C", "go test -C engine ./...", ["engine/x_test.go"]],
  ["one package", "go test -race -count 1 ./a", ["a/a_test.go"]],
  ["an import path", "go test example.org/app/a/...", ["a/a_test.go", "a/deep/b_test.go"]],
  ["one file", "go test a/a_test.go", ["a/a_test.go"]],
  ["a list that is filtered", "go test $(go list ./... | grep -v deep)", ["a/a_test.go"]],
  ["a list that is kept", "go test $(go list ./... | grep 'deep$')", ["a/deep/b_test.go"]],
  ["names that are chosen", "go test -run 'TestOne|TestTwo' ./a", ["a/a_test.go?"]],
  ["no test but benchmarks", "go test -run '^$' -bench . ./a", []],
  ["a build only", "go test -c ./a", []],
  [
    "packages of a variable",
    "go test $WHAT",
    ["a/a_test.go?", "a/deep/b_test.go?", "a/testdata/c_test.go?", "engine/x_test.go?"],
  ],
  ["gotestsum", 'gotestsum --packages="./a/..." -- -race', ["a/a_test.go", "a/deep/b_test.go"]],
  ["gotestsum alone", "gotestsum --format testname", ["a/a_test.go", "a/deep/b_test.go"]],
  ["ginkgo, one folder deep", "ginkgo a", ["a/a_test.go"]],
  ["ginkgo, all below", "ginkgo -r a", ["a/a_test.go", "a/deep/b_test.go"]],
  ["another program of go", "go build ./...", []],
])("%s", (_name, step, expected) => {
  expect(selected(FILES, step)).toEqual(expected);
});

test("where the text of a tagged place is not known, nothing is claimed", () => {
  const files = { "tests/e2e/a_test.go": "x".repeat(1_000_001) };
  expect(selected(files, "go test ./...")).toEqual(["tests/e2e/a_test.go?"]);
});

test("in a workspace the modules are one", () => {
  expect(selected({ ...FILES, "go.work": "" }, "go test ./...")).toContain("engine/x_test.go");
});
