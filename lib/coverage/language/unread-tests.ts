/** Names that other languages give to a test; their constructs are not read, so only the name is known. */
export const UNREAD_TESTS: readonly { readonly language: string; readonly testFile: RegExp }[] = [
  {
    language: "Scala",
    testFile: /(?:^|\/)(?:test|it)\/(?:.*\/)?[A-Z]\w*(?:Spec|Test|Tests|Suite)\.scala$/,
  },
  {
    language: "Groovy",
    testFile: /(?:^|\/)\w*[tT]est\/(?:.*\/)?[A-Z]\w*(?:Spec|Test|Tests)\.groovy$/,
  },
  { language: "Swift", testFile: /(?:^|\/)[A-Z]\w*Tests?\.swift$/ },
  { language: "Dart", testFile: /[^/]_test\.dart$/ },
  { language: "Elixir", testFile: /[^/]_test\.exs$/ },
  { language: "C and C++", testFile: /[^/]_(?:unit)?test\.(?:c|cc|cpp|cxx)$/ },
  { language: "Clojure", testFile: /[^/]_test\.clj[cs]?$/ },
  { language: "Lua", testFile: /[^/]_spec\.lua$/ },
  { language: "Robot Framework", testFile: /[^/]\.robot$/ },
  { language: "Gherkin", testFile: /[^/]\.feature$/ },
];
