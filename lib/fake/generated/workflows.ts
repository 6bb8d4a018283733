/** The workflows of a generated repository by path: one that every test is in, one that runs at night, and one whose failure does not count. Both kinds of forge read this folder. */
export const workflows: Readonly<Record<string, string>> = {
  ".github/workflows/ci.yml": `name: ci
on:
  pull_request:
  push:
    branches: [main]
jobs:
  typescript:
    name: typescript
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: npm ci
      - run: npx vitest run src
  go:
    name: go
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: go vet ./...
      - run: go test ./...
  python:
    name: python
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: python -m pytest -q src
`,
  ".github/workflows/nightly.yml": `name: nightly
on:
  schedule:
    - cron: "0 3 * * *"
jobs:
  whole:
    name: whole
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: npx vitest run
`,
  ".github/workflows/style.yml": `name: style
on:
  pull_request:
jobs:
  style:
    name: style
    runs-on: ubuntu-latest
    continue-on-error: true
    steps:
      - uses: actions/checkout@v4
      - run: npx biome check . || true
`,
};

/** The jobs of `ci.yml`, each of which posts a status on every head. */
export const ciJobs = ["typescript", "go", "python"] as const;
