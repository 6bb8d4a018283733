import { mapRules, TESTS } from "./scripts/lint-rules.ts";

const LINES_MAX = 250;
const TEST_LINES_MAX = 400;
const FUNCTION_MAX = 50;
const DOOR_MAX = 40;
const size = (max: number) => ({ max, skipBlankLines: false, skipComments: false });

export default {
  plugins: ["typescript", "unicorn", "oxc", "import", "react", "jsx-a11y", "nextjs", "vitest"],
  categories: { correctness: "error", suspicious: "error" },
  ignorePatterns: ["prisma/generated/**", ".next/**", "node_modules/**", "next-env.d.ts"],
  rules: {
    "import/no-cycle": ["error", { ignoreTypes: false }],
    "max-lines": ["error", size(LINES_MAX)],
    "max-lines-per-function": ["error", size(FUNCTION_MAX)],
    "no-console": "error",
    "typescript/no-explicit-any": "error",
    "typescript/no-non-null-assertion": "error",
    "typescript/no-floating-promises": "error",
    "typescript/no-misused-promises": "error",
    "typescript/await-thenable": "error",
    "typescript/consistent-type-imports": "error",
    "typescript/consistent-type-definitions": ["error", "type"],
    "typescript/switch-exhaustiveness-check": "error",
    "vitest/no-disabled-tests": "error",
    "vitest/no-focused-tests": "error",
    // Each of these asks for a taste that is not ours, or does not know our tools.
    "import/no-named-as-default-member": "off",
    "import/no-unassigned-import": "off",
    "jsx-a11y/prefer-tag-over-role": "off",
    "no-underscore-dangle": "off",
    "react/react-in-jsx-scope": "off",
    "no-unused-vars": ["error", { ignoreRestSiblings: true }],
    // An effect that sometimes has nothing to clean up returns nothing.
    "typescript/consistent-return": "off",
    "typescript/no-unnecessary-type-parameters": "off",
    "typescript/no-unsafe-type-assertion": "off",
    "unicorn/consistent-function-scoping": "off",
    "vitest/require-to-throw-message": "off",
    "vitest/valid-expect": ["error", { maxArgs: 2 }],
  },
  overrides: [
    ...mapRules(),
    {
      files: TESTS,
      rules: { "max-lines": ["error", size(TEST_LINES_MAX)], "max-lines-per-function": "off" },
    },
    {
      files: ["app/**/page.tsx", "app/**/route.ts"],
      rules: { "max-lines": ["error", size(DOOR_MAX)] },
    },
    {
      files: ["lib/fake/sample-2615/*.ts"],
      rules: { "max-lines": ["error", size(TEST_LINES_MAX)] },
    },
    {
      files: ["lib/cli/**", "bin/**", "scripts/**", "bench/**", "lib/fake/main.ts"],
      rules: { "no-console": "off" },
    },
  ],
};
