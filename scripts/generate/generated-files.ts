// Everything in the repository that is made from the code, but goldens, which are recordings of runs. One line a file: who adds a page
// adds it here, and to .gitattributes.
import { controlSurfacePage } from '../../packages/harness/src/catalogue/control-surface-page.ts'
import { findingsPage } from '../../packages/harness/src/catalogue/findings-page.ts'
import { fidelityAndQuirks } from '../../packages/harness/src/catalogue/generated-pages.ts'
import { painsPage } from '../../packages/harness/src/catalogue/pains/pains-page.ts'
import { testResultJsonSchema } from '../../packages/harness/src/examine/test-result.ts'
import { recordingJsonSchema } from '../../packages/harness/src/report/recording.ts'
import { runResultJsonSchema } from '../../packages/harness/src/report/result.ts'
import { buildCorpus } from '../../packages/harness/src/requests/build-corpus.ts'
import { requestsJsonSchema, SENDERS } from '../../packages/harness/src/requests/corpus.ts'
import { companyJsonSchema, scenarioJsonSchema } from '../../packages/harness/src/scenario/json-schema.ts'
import { verbReference } from '../../packages/harness/src/scenario/verb-reference.ts'
import { suiteResultJsonSchema } from '../../packages/harness/src/suites/suite-result.ts'
import { configJsonSchema } from '../../packages/harness/src/target/config-file.ts'
import { shippedPrograms } from '../../packages/harness/src/world/programs.ts'
import { vocabularyOf } from '../../packages/harness/src/world/vocabulary-of.ts'
import { deviationsPage } from '../../packages/receiver/src/deviations/deviations-page.ts'
import { adminOpenApi } from '../../packages/receiver/src/lark/api/openapi.ts'
import { generatedTypes } from '../../packages/scimulator/build/types/generated-types.ts'
import { coveragePage } from '../coverage-page.ts'
import { catalogPage } from './catalog-page.ts'
import { guideWithLanguageSwitches } from './language-switches.ts'
import { operationsPage } from './operations-page.ts'
import { performancePage } from './performance-page.ts'
import { reliabilityPage } from './reliability-page.ts'
import { suitePages } from './suite-pages.ts'

export interface GeneratedFile {
  /** From the root of the repository, with slashes. */
  readonly path: string
  readonly text: string
  /** Written by hand but for a table between two marks. */
  readonly isByHand?: true
}

export async function generatedFiles(): Promise<readonly GeneratedFile[]> {
  const programs = await shippedPrograms()
  const vocabulary = await vocabularyOf(programs)
  return [
    ...(await fidelityAndQuirks(programs)),
    ...generatedTypes(),
    ...(await suitePages()),
    ...(await requestFiles()),
    guideWithLanguageSwitches(),
    { path: 'docs/findings.md', text: findingsPage() },
    { path: 'docs/coverage.md', text: coveragePage() },
    { path: 'docs/reliability.md', text: reliabilityPage() },
    { path: 'docs/reference/control-surface.md', text: controlSurfacePage(vocabulary.views.values()) },
    { path: 'docs/reference/operations.md', text: operationsPage() },
    { path: 'docs/reference/verbs.md', text: verbReference(vocabulary) },
    { path: 'docs/performance.md', text: performancePage() },
    { path: 'docs/reference/pains.md', text: painsPage() },
    { path: 'docs/reference/deviations.md', text: deviationsPage() },
    { path: 'docs/reference/admin-openapi.json', text: jsonText(adminOpenApi()) },
    { path: 'scenarios/CATALOG.md', text: catalogPage() },
    { path: 'scenarios/schema/scenario.schema.json', text: jsonText(scenarioJsonSchema(vocabulary)) },
    { path: 'scenarios/schema/company.schema.json', text: jsonText(companyJsonSchema()) },
    { path: 'docs/reference/run-result.schema.json', text: jsonText(Object(runResultJsonSchema())) },
    { path: 'docs/reference/recording.schema.json', text: jsonText(Object(recordingJsonSchema())) },
    { path: 'docs/reference/test-result.schema.json', text: jsonText(Object(testResultJsonSchema())) },
    { path: 'docs/reference/suite-result.schema.json', text: jsonText(Object(suiteResultJsonSchema())) },
    { path: 'scenarios/schema/config.schema.json', text: jsonText(configJsonSchema()) },
  ]
}

/** What the engines send, as the package ships it, and its schema beside it and among the documents. */
async function requestFiles(): Promise<readonly GeneratedFile[]> {
  const corpora = await Promise.all(SENDERS.map(buildCorpus))
  const schema = jsonText(requestsJsonSchema())
  return [
    ...corpora.map((corpus) => ({ path: `packages/scimulator/requests/${corpus.as}.json`, text: jsonText(corpus) })),
    { path: 'packages/scimulator/requests/requests.schema.json', text: schema },
    { path: 'docs/reference/requests.schema.json', text: schema },
  ]
}

function jsonText(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
