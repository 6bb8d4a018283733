import { defineConfig } from "vitest/config";

const ours = ["lib/**", "components/**", "scripts/**", "app/**"];

export default defineConfig({
  test: {
    retry: 0,
    projects: [
      {
        test: {
          name: "unit",
          environment: "node",
          include: ours.map((folder) => `${folder}/*.test.{ts,tsx}`),
          exclude: ["**/*.db.test.ts", "**/node_modules/**"],
        },
      },
      {
        test: {
          name: "database",
          environment: "node",
          include: ours.map((folder) => `${folder}/*.db.test.ts`),
          exclude: ["**/node_modules/**"],
          globalSetup: ["lib/store/testing/postgres.ts"],
          setupFiles: ["lib/store/testing/clone-database.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
