import { defineConfig, devices } from "@playwright/test";

// A machine without a way out: Chromium's own look-ups would fail one after the other.
const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export default defineConfig({
  testDir: "e2e",
  retries: 0,
  workers: 1,
  forbidOnly: true,
  timeout: 90_000,
  reporter: [["list"]],
  outputDir: "test-results",
  use: {
    ...devices["Desktop Chrome"],
    launchOptions: {
      args: QUIET,
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
    },
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
  },
});
