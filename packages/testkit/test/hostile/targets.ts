// Everything that is fuzzed. Each is loaded when it is asked for, because coverage counts only what is compiled after it has begun.
import type { AnyTarget } from './target.ts'

export interface TargetEntry {
  /** Of the inputs of a run. */
  readonly share: number
  load(): Promise<readonly AnyTarget[]>
}

export const TARGETS: Readonly<Record<string, TargetEntry>> = {
  filter: { share: 12, load: async () => [(await import('./parsers/scim-filter.ts')).scimFilter] },
  path: { share: 6, load: async () => [(await import('./parsers/patch-path.ts')).patchPath] },
  list: { share: 6, load: async () => [(await import('./parsers/attribute-list.ts')).attributeList] },
  json: { share: 8, load: async () => [(await import('./parsers/strict-json.ts')).strictJson] },
  resource: { share: 6, load: async () => [(await import('./parsers/scim-resource.ts')).scimResource] },
  expression: { share: 10, load: async () => [(await import('./parsers/expression.ts')).mappingExpression] },
  regex: { share: 5, load: async () => [(await import('./parsers/regular-expression.ts')).regularExpression] },
  date: { share: 8, load: async () => [(await import('./parsers/dates.ts')).dates] },
  odata: { share: 10, load: async () => [(await import('./parsers/odata.ts')).odata] },
  lists: { share: 6, load: async () => [(await import('./parsers/jumpcloud-lists.ts')).jumpcloudLists] },
  journal: { share: 4, load: async () => [(await import('./parsers/journal.ts')).journal] },
  recording: { share: 6, load: async () => [(await import('./parsers/recordings.ts')).recordings] },
  scenario: { share: 2.5, load: async () => (await import('./parsers/scenario.ts')).scenarioFiles() },
  scim: {
    share: 10,
    load: async () => {
      const { scimTarget } = await import('./surfaces/scim.ts')
      return [scimTarget('rfc'), scimTarget('lark')]
    },
  },
  admin: { share: 1, load: async () => [await (await import('./surfaces/admin.ts')).adminTarget()] },
  jumpcloud: { share: 2, load: async () => [await (await import('./surfaces/jumpcloud.ts')).jumpCloudTarget()] },
  okta: { share: 2, load: async () => [await (await import('./surfaces/okta.ts')).oktaTarget()] },
  graph: { share: 2, load: async () => [await (await import('./surfaces/graph.ts')).graphTarget()] },
  console: { share: 1, load: async () => [await (await import('./surfaces/console.ts')).consoleTarget()] },
  control: { share: 3, load: async () => (await import('./surfaces/control.ts')).controlTargets() },
  'okta-expression': { share: 2, load: async () => [(await import('./parsers/okta-expression.ts')).oktaExpression] },
}

const SURFACES = ['scim', 'admin', 'jumpcloud', 'okta', 'graph', 'console', 'control', 'list', 'path']

/** Two processes that take about as long as one another, and their share of the inputs. */
export const HALVES: readonly { readonly targets: readonly string[]; readonly share: number }[] = [false, true].map(
  (isSurface) => {
    const targets = Object.keys(TARGETS).filter((name) => SURFACES.includes(name) === isSurface)
    return { targets, share: shareOf(targets) / shareOf(Object.keys(TARGETS)) }
  },
)

export function shareOf(names: readonly string[]): number {
  return names.reduce((sum, name) => sum + (TARGETS[name]?.share ?? 0), 0)
}
