import type { CiSystem } from './choices.ts'

/** None, or the one file that the system reads. */
export function ciFile(ci: CiSystem, asked: Asked): readonly { readonly path: string; readonly text: string }[] {
  if (ci === 'github') return [{ path: '.github/workflows/scim.yml', text: githubWorkflow(asked) }]
  if (ci === 'gitlab') return [{ path: '.gitlab-ci.yml', text: gitlabJob(asked) }]
  return []
}

interface Asked {
  readonly target: string | undefined
  readonly version: string
}

/** The version is pinned, so that a newer one does not break a build by itself. */
function githubWorkflow({ target, version }: Asked): string {
  return `name: SCIM
on:
  push:
    branches: [main]
  pull_request:
permissions:
  contents: read
jobs:
  scim:
    runs-on: ubuntu-latest
    timeout-minutes: 15
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 24
      - run: npx --yes scimulator@${version} lint scenarios
      - run: npx --yes scimulator@${version} run scenarios --reporter github --junit scim.xml
${commented(6, githubTarget(target, version))}      - if: always()
        uses: actions/upload-artifact@v4
        with:
          name: scim
          path: scim.xml
`
}

function githubTarget(target: string | undefined, version: string): string {
  const url = target ?? 'http://localhost:3000/scim/v2'
  return `At your endpoint, with the command that starts it; the token is a secret of the repository.
- run: npx --yes scimulator@${version} run scenarios --target ${url} --token-env SCIM_TOKEN --start "npm start"
  env:
    SCIM_TOKEN: \${{ secrets.SCIM_TOKEN }}`
}

function gitlabJob({ target, version }: Asked): string {
  const url = target ?? 'http://localhost:3000/scim/v2'
  const atTarget = `At your endpoint, with the command that starts it; SCIM_TOKEN is a masked variable of the project.
- npx --yes scimulator@${version} run scenarios --target ${url} --token-env SCIM_TOKEN --start "npm start"`
  return `scim:
  image: node:24-alpine
  timeout: 15 minutes
  script:
    - npx --yes scimulator@${version} lint scenarios
    - npx --yes scimulator@${version} run scenarios --junit scim.xml
${commented(4, atTarget)}  artifacts:
    when: always
    paths: [scim.xml]
    reports:
      junit: scim.xml
`
}

/** Nobody knows how the endpoint is started, so that it stands there to be made one's own. */
function commented(indent: number, text: string): string {
  return text
    .split('\n')
    .map((line) => `${' '.repeat(indent)}# ${line}\n`)
    .join('')
}
