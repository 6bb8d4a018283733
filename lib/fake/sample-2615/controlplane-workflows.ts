/** The workflows of molecule-controlplane at the tip of `main`, by file name. */
export const controlplaneWorkflows: Readonly<Record<string, string>> = {
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
      - run: go test . ./internal/billing/... ./internal/keys/... ./internal/orgs/... ./internal/tenants/...
  portal:
    name: portal
    runs-on: ubuntu-latest
    defaults:
      run:
        working-directory: portal
    steps:
      - uses: actions/checkout@v4
      - run: npm ci
      - run: npx vitest run src
  python:
    name: python
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: python -m pytest -q reports gateway/tests pool/tests status
  deploy-gate:
    name: deploy-gate
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: bash tests/e2e/deploy-gate/test_status_read_token.sh
      - run: bash tests/e2e/deploy-gate/test_ci_drift.sh
      - run: bash tests/e2e/deploy-gate/test_force_merge_audit.sh
`,
  "deploy.yml": `name: deploy
on:
  push:
    branches: [main]
concurrency:
  group: deploy
jobs:
  gate:
    name: gate
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: python scripts/required-checks.py
        env:
          STATUS_READ_TOKEN: \${{ secrets.STATUS_READ_TOKEN }}
      - run: bash scripts/force-merge-audit.sh
  roll:
    name: roll
    runs-on: ubuntu-latest
    needs: [gate]
    steps:
      - uses: actions/checkout@v4
      - run: bash scripts/release.sh
`,
  "serving-e2e-keys-ssot.yml": `name: serving-e2e-keys-ssot
on:
  pull_request:
  push: { branches: [main] }
  schedule: [{ cron: '0 * * * *' }]
jobs:
  keys:
    name: keys
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-go@v5
      - run: go test -count=1 ./internal/servinge2e/keys/...
`,
  "provider-live-e2e.yml": `name: provider-live-e2e
on:
  schedule:
    - cron: '20 2 * * *'
  workflow_dispatch:
jobs:
  live:
    name: live
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-go@v5
      - run: go test -count=1 ./internal/servinge2e/live/...
`,
  "provider-pr-smoke.yml": `name: provider-pr-smoke
on:
  pull_request: { branches: [main] }
  push: { branches: [main] }
jobs:
  smoke:
    name: smoke
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: python -m pytest -q tests/e2e/provider
`,
  "cross-cloud-aws.yml": `name: cross-cloud-aws
on:
  schedule:
    - cron: '0 1 * * 1-5'
  workflow_dispatch:
jobs:
  aws:
    name: aws
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-go@v5
      - run: go test -count=1 -timeout 60m ./internal/staginge2e/aws/...
`,
  "cross-cloud-gcp.yml": `name: cross-cloud-gcp
on:
  schedule:
    - cron: '0 2 * * 1-5'
  workflow_dispatch:
jobs:
  gcp:
    name: gcp
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-go@v5
      - run: go test -count=1 -timeout 60m ./internal/staginge2e/gcp/...
`,
  "e2e-tunnel-reboot.yml": `name: e2e-tunnel-reboot
on:
  push:
    branches: [main]
  workflow_dispatch:
jobs:
  tunnel:
    name: tunnel
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: bash tests/e2e/tunnel/test_reopen.sh
      - run: bash tests/e2e/tunnel/test_swap.sh
`,
  "stage-c-workspace-backup-smoke.yml": `name: stage-c-workspace-backup-smoke
on:
  pull_request:
  push: { branches: [main] }
  schedule: [{ cron: '0 6 * * *' }]
jobs:
  backup:
    name: backup
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-go@v5
      - run: go test -count=1 ./tests/e2e/backup/...
`,
};
