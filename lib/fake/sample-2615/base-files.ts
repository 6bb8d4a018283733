/** Files that are older than the sample's first pull request. */
export const coreBaseFiles: Readonly<Record<string, string>> = {
  "README.md": "# molecule-core\n",
  "go.mod": "module molecule-core\n\ngo 1.25\n",
  "canvas/package.json": '{ "name": "canvas", "private": true }\n',
  "internal/runbooks/dev-sop.md": `# How we change this code

## Review

One approval by CR2. Changes of the architecture wait for the CTO.
`,
  "canvas/e2e/staging.spec.ts": "test('staging answers', async () => {});\n",
  "local-e2e/run.sh": "#!/bin/sh\ndocker compose up --wait\n",
  "scripts/start-stack.sh": "#!/bin/sh\ndocker compose up --wait\n",
  "scripts/gate-check-v3.py": "import sys\n",
  "scripts/merge-queue.sh": "#!/bin/sh\n",
  "scripts/smoke.sh": "#!/bin/sh\n",
  "tests/e2e/boot/test_boot_to_registration.sh": "#!/bin/sh\n",
  "tests/e2e/lifecycle/test_lifecycle.sh": "#!/bin/sh\n",
  "tests/e2e/staging/external/test_external_agent.sh": "#!/bin/sh\n",
  "tests/e2e/staging/sanity/test_sanity.sh": "#!/bin/sh\n",
};

export const controlplaneBaseFiles: Readonly<Record<string, string>> = {
  "README.md": "# molecule-controlplane\n",
  "go.mod": "module molecule-controlplane\n\ngo 1.25\n",
  "portal/package.json": '{ "name": "portal", "private": true }\n',
  "internal/servinge2e/keys/models_test.go": "package keys\n",
  "internal/servinge2e/live/completion_test.go": "package live\n",
  "internal/staginge2e/aws/boot_test.go": "package aws\n",
  "internal/staginge2e/gcp/boot_test.go": "package gcp\n",
  "scripts/release.sh": "#!/bin/sh\n",
  "scripts/force-merge-audit.sh": "#!/bin/sh\n",
  "scripts/required-checks.py": "import sys\n",
  "infra/.gitea/workflows/tunnel-smoke.yml": nestedWorkflow("tunnel-smoke", "tunnel"),
  "infra/.gitea/workflows/usage-smoke.yml": nestedWorkflow("usage-smoke", "usage"),
  "mirror/.forgejo/workflows/nightly-e2e.yml": nestedWorkflow("nightly-e2e", "mirror"),
};

export const coreNestedWorkflow: Readonly<Record<string, string>> = {
  "templates/starter/.github/workflows/smoke.yml": nestedWorkflow("smoke", "starter"),
};

// Below another folder the forge runs nothing; such files are copied to hosts or new projects.
function nestedWorkflow(name: string, job: string): string {
  return `name: ${name}
on:
  workflow_dispatch:
jobs:
  ${job}:
    runs-on: ubuntu-latest
    steps:
      - run: ./${job}.sh
`;
}
