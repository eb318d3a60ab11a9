// Each kind of input that the field has met has a scenario, which says so by its tag and asks for something.
import { join, relative } from 'node:path'
import { findScenarioFiles, loadScenario, type Scenario } from '@scimulator/harness'
import { describe, expect, test } from 'vitest'
import { SURVEY_POINTS } from '../../src/catalogue/survey-points.ts'
import { ROOT } from './source-files.ts'

const SCENARIOS: Readonly<Record<string, string>> = {
  'FC-01': 'entra/roles-through-groups.yaml',
  'FC-02': 'entra/default-access.yaml',
  'FC-03': 'entra/custom-attributes.yaml',
  'FC-04': 'entra/multi-valued-custom-attribute.yaml',
  'FC-06': 'entra/roles-mapped-directly.yaml',
  'FC-07': 'entra/conflict-code.yaml',
  'FC-08': 'entra/skipped-without-error.yaml',
  'FC-09': 'entra/log-names.yaml',
  'FC-12': 'entra/answers-that-cannot-be-read.yaml',
  'FC-13': 'entra/normalize-diacritics.yaml',
  'FC-15': 'entra/client-credentials.yaml',
  'FC-20': 'entra/graph/secrets-are-removed.yaml',
  'FC-21': 'entra/graph/secret-keys.yaml',
  'FC-22': 'entra/graph/qualified-action-names.yaml',
  'FC-24': 'entra/graph/provision-on-demand-errors.yaml',
  'FC-26': 'entra/graph/apps-as-terraform-makes-them.yaml',
  'FC-27': 'entra/graph/gallery-templates.yaml',
  'FC-29': 'jumpcloud/api/search-filter-as-a-list.yaml',
  'FC-30': 'jumpcloud/api/search-limit.yaml',
  'FC-32': 'jumpcloud/api/search-not-understood.yaml',
  'FC-33': 'entra/declared-extension.yaml',
  'FC-34': 'receiver/cursor-pagination.yaml',
  'FC-35': 'receiver/token-endpoint.yaml',
  'FC-37': 'entra/attribute-list.yaml',
  'FC-40': 'jumpcloud/api/groups-of-all-types.yaml',
}

const FOLDER = join(ROOT, 'scenarios')
const files = await Promise.all(
  findScenarioFiles(['.'], FOLDER).map(async (path): Promise<[string, Scenario]> => {
    return [relative(FOLDER, path).replaceAll('\\', '/'), await loadScenario(path, FOLDER)]
  }),
)
const scenarios = new Map(files)

test('every kind has a scenario', () => {
  const kinds = SURVEY_POINTS.map(({ id }) => id).filter((id) => id.startsWith('FC-'))
  expect(Object.keys(SCENARIOS)).toEqual(kinds)
})

test('a tag of a kind stands in its scenario and in no other', () => {
  const tagged = files.flatMap(([file, { tags }]) => tags.filter((tag) => /^fc-/.test(tag)).map((tag) => [tag, file]))
  const wanted = Object.entries(SCENARIOS).map(([id, file]) => [id.toLowerCase(), file])
  expect(tagged.sort()).toEqual(wanted.sort())
})

describe('a scenario of a kind asks', () => {
  test.each(Object.entries(SCENARIOS))('%s', (_id, file) => {
    const scenario = scenarios.get(file)
    expect(asked(scenario, 'directory.')).toBeGreaterThan(0)
    // Of what the kind is about, beside the directory in the end.
    expect(asked(scenario, '') + answersAsked(scenario)).toBeGreaterThan(
      file === 'entra/normalize-diacritics.yaml' ? 0 : 1,
    )
  })
})

function asked(scenario: Scenario | undefined, view: string): number {
  const inSteps = (scenario?.steps ?? []).filter(({ verb }) => verb === 'expect').flatMap(({ input }) => input)
  const written = [...inSteps, ...(scenario?.expectations ?? []).map(({ value }) => value)]
  return written.filter((one) => viewOf(one).startsWith(view)).length
}

function viewOf(written: unknown): string {
  return typeof written === 'object' && written !== null && 'view' in written ? String(written.view) : ''
}

function answersAsked(scenario: Scenario | undefined): number {
  return (scenario?.steps ?? []).filter(({ verb, input }) => {
    return verb === 'http' && typeof input === 'object' && input !== null && 'expect' in input
  }).length
}
