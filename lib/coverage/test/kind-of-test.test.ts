import { expect, test } from "vitest";
import { kindOfTest } from "./kind-of-test.ts";

test.each([
  ["tests/e2e/test_api.sh", "e2e"],
  ["canvas/e2e/chat.spec.ts", "e2e"],
  ["internal/servinge2e/a_test.go", "e2e"],
  ["internal/staginge2e/a_test.go", "e2e"],
  ["playwright/a.spec.ts", "e2e"],
  ["ui/cypress/a.spec.ts", "e2e"],
  ["scripts/canary-smoke_test.sh", "e2e"],
  ["src/login.e2e.test.ts", "e2e"],
  ["test/integration/a_test.go", "integration"],
  ["src/a.integration.test.ts", "integration"],
  ["src/LoginIT.java", "integration"],
  ["src/a_test.go", "unit"],
  ["src/smoked_test.go", "unit"],
  ["src/base2end.test.ts", "unit"],
  ["mye2e-old/a_test.go", "unit"],
])("%s → %s", (path, kind) => {
  expect(kindOfTest(path)).toBe(kind);
});
