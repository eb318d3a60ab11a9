// docs/reference/operations.md: what of Microsoft Graph, of JumpCloud's and of Okta's API is answered, from the tables that answer it.
import { OPERATIONS } from '../../packages/entra-sim/src/graph/operations/index.ts'
import { operations as JUMPCLOUD } from '../../packages/jumpcloud-sim/src/api/api.ts'
import { operations as OKTA } from '../../packages/okta-sim/src/api/api.ts'

interface Listed {
  readonly method: string
  readonly path: string
}

/** The same call under another spelling: a cast without `microsoft.`, a function with brackets or by its qualified name. */
const SPELLING = /\/graph\.\w+|\/microsoft\.graph\.delta\(\)|\(\)/

const GRAPH: readonly Listed[] = listed(OPERATIONS).filter(({ path }) => !SPELLING.test(path))

function listed(operations: readonly { readonly method: string; readonly template: string }[]): readonly Listed[] {
  return operations.map(({ method, template }) => ({ method, path: template }))
}

export function operationsPage(): string {
  return [
    '# Operations that are answered',
    '',
    'What of Microsoft Graph, of JumpCloud’s and of Okta’s API is answered, one line a path. A call that is not here is refused with the',
    'service’s own 404 or 405. A test asks every one of them and fails where one is not answered.',
    '',
    'This page is generated: `npm run generate`.',
    '',
    '## Microsoft Graph',
    '',
    `${GRAPH.length} operations below \`/v1.0\` and \`/beta\`. Casts are known as \`/graph.user\` too, functions with and without brackets,`,
    'actions by their qualified names (`microsoft.graph.restart`), and `POST /$batch` takes up to twenty requests.',
    '',
    ...tablesOf(GRAPH, (path) => path.split('/')[1] ?? ''),
    '## JumpCloud',
    '',
    `${JUMPCLOUD.length} operations. Paths below \`/provision\` are ours, where JumpCloud has none that are public.`,
    '',
    ...tablesOf(listed(JUMPCLOUD), familyOf),
    '## Okta',
    '',
    `${OKTA.length} operations.`,
    '',
    ...tablesOf(listed(OKTA), (path) => path.split('/').slice(0, 4).join('/')),
  ].join('\n')
}

/** `/api`, `/api/v2` or `/insights/directory/v1`. */
function familyOf(path: string): string {
  return /^\/api\/v2|^\/api|^\/insights\/directory\/v1/.exec(path)?.[0] ?? path
}

function tablesOf(all: readonly Listed[], groupOf: (path: string) => string): readonly string[] {
  const groups = grouped(all, ({ path }) => groupOf(path))
  return [...groups].flatMap(([name, listed]) => [`### ${name}`, '', ...table(listed), ''])
}

function table(listed: readonly Listed[]): readonly string[] {
  const byPath = grouped(listed, ({ path }) => path)
  const rows = [...byPath].map(([path, same]) => `| \`${path}\` | ${same.map(({ method }) => method).join(', ')} |`)
  return ['| path | methods |', '|---|---|', ...rows]
}

/** In the order in which groups come up. */
function grouped(all: readonly Listed[], keyOf: (one: Listed) => string): ReadonlyMap<string, readonly Listed[]> {
  const groups = new Map<string, Listed[]>()
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one])
  return groups
}
