/** Names that other languages give to a test, by the ending of the path; their constructs are not read, so only the name is known. */
export const UNREAD_TESTS: ReadonlyMap<string, RegExp> = new Map([
  ["scala", /(?:^|\/)(?:test|it)\/(?:.*\/)?[A-Z]\w*(?:Spec|Test|Tests|Suite)\.scala$/],
  ["groovy", /(?:^|\/)\w*[tT]est\/(?:.*\/)?[A-Z]\w*(?:Spec|Test|Tests)\.groovy$/],
  ["swift", /(?:^|\/)[A-Z]\w*Tests?\.swift$/],
  ["dart", /[^/]_test\.dart$/],
  ["exs", /[^/]_test\.exs$/],
  ["c", /[^/]_(?:unit)?test\.c$/],
  ["cc", /[^/]_(?:unit)?test\.cc$/],
  ["cpp", /[^/]_(?:unit)?test\.cpp$/],
  ["cxx", /[^/]_(?:unit)?test\.cxx$/],
  ["clj", /[^/]_test\.clj$/],
  ["cljs", /[^/]_test\.cljs$/],
  ["cljc", /[^/]_test\.cljc$/],
  ["lua", /[^/]_spec\.lua$/],
  ["robot", /[^/]\.robot$/],
  ["feature", /[^/]\.feature$/],
]);
