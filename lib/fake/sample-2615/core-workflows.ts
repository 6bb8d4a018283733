/** The workflows of molecule-core at the tip of `main`, by file name. */
export const coreWorkflows: Readonly<Record<string, string>> = {
  "ci.yml": `name: ci
on:
  pull_request:
  push:
    branches: [main]
jobs:
  go:
    name: go
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-go@v5
      - run: go vet ./...
      - run: go test ./...
  canvas:
    name: canvas
    runs-on: ubuntu-latest
    defaults:
      run:
        working-directory: canvas
    steps:
      - uses: actions/checkout@v4
      - run: npm ci
      - run: npx vitest run src
  workspace:
    name: workspace
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: python -m pytest -q workspace tests/unit tests/test_retry.py
  gates:
    name: gates
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: python -m pytest -q tests/e2e/gates
`,
  "e2e-api.yml": `name: e2e-api
on:
  pull_request:
  push:
    branches: [main]
jobs:
  api:
    name: api
    runs-on: ubuntu-latest
    timeout-minutes: 20
    steps:
      - uses: actions/checkout@v4
      - run: bash scripts/start-stack.sh
      - run: python -m pytest -q tests/e2e/api
`,
  "e2e-chat.yml": `name: e2e-chat
on:
  pull_request: { branches: [main] }
  push: { branches: [main] }
jobs:
  chat:
    name: chat
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: npm ci --prefix canvas
      - run: npx playwright install chromium
      - run: npx playwright test canvas/e2e/chat
`,
  "e2e-peer-visibility.yml": `name: e2e-peer-visibility
on:
  pull_request:
jobs:
  peers:
    name: peers
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: bash scripts/start-stack.sh --servers 2
      - name: Peers see each other
        continue-on-error: true
        run: |
          bash tests/e2e/peer/test_peer_list.sh
          bash tests/e2e/peer/test_peer_leaves_team.sh
          bash tests/e2e/peer/test_external_name.sh
`,
  "boot-to-registration.yml": `name: boot-to-registration
on:
  push:
    branches: [main]
  workflow_dispatch:
jobs:
  boot:
    name: boot
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: bash tests/e2e/boot/test_boot_to_registration.sh
      - run: bash tests/e2e/boot/test_boot_ready.sh
`,
  "continuous-synth.yml": `name: continuous-synth
on:
  schedule:
    - cron: '*/15 * * * *'
jobs:
  probe:
    name: probe
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: bash scripts/smoke.sh --target staging
`,
  "e2e-workspace-lifecycle.yml": `name: e2e-workspace-lifecycle
on:
  schedule:
    - cron: '30 3 * * *'
  workflow_dispatch:
jobs:
  lifecycle:
    name: lifecycle
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: bash tests/e2e/lifecycle/test_lifecycle.sh
      - run: bash tests/e2e/lifecycle/test_missing_image.sh
`,
  "e2e-staging-saas.yml": `name: e2e-staging-saas
on:
  push:
    branches: [main]
jobs:
  saas:
    name: saas
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: python -m pytest -q tests/e2e/staging/saas
        env:
          STAGING_TOKEN: \${{ secrets.STAGING_TOKEN }}
`,
  "e2e-staging-canvas.yml": `name: e2e-staging-canvas
on:
  push:
    branches: [main]
  workflow_dispatch:
jobs:
  canvas:
    name: canvas
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: npx playwright test canvas/e2e/staging.spec.ts
`,
  "e2e-staging-external.yml": `name: e2e-staging-external
on:
  schedule:
    - cron: '0 5 * * *'
  workflow_dispatch:
jobs:
  external:
    name: external
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: bash tests/e2e/staging/external/test_external_agent.sh
`,
  "e2e-staging-reconciler.yml": `name: e2e-staging-reconciler
on:
  schedule:
    - cron: '0 4 * * *'
  workflow_dispatch:
jobs:
  reconciler:
    name: reconciler
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: bash tests/e2e/staging/reconciler/test_paused.sh
`,
  "e2e-staging-sanity.yml": `name: e2e-staging-sanity
on:
  push:
    branches: [main]
jobs:
  sanity:
    name: sanity
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: bash tests/e2e/staging/sanity/test_sanity.sh
`,
};
