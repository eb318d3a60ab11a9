import type { ProgramDescriptor } from '@scimulator/shared/program'
import { fidelityPage } from './fidelity-page.ts'
import { quirksPage } from './quirks-page.ts'
import { SURVEY_POINTS } from './survey-points.ts'

export interface GeneratedPage {
  /** From the root of the repository. */
  readonly path: string
  readonly text: string
}

/** docs/fidelity.md and docs/quirks.md, made from the switches and catalogues of the programs. */
export async function fidelityAndQuirks(programs: readonly ProgramDescriptor[]): Promise<readonly GeneratedPage[]> {
  const inOrder = programs.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const parts = await Promise.all(
    inOrder.map(async ({ title, switches, fidelity }) => {
      return { title, areas: await fidelity(), switches: Object.values(switches) }
    }),
  )
  const withQuirks = inOrder.filter(({ quirks }) => quirks.length > 0)
  return [
    { path: 'docs/fidelity.md', text: fidelityPage(parts, SURVEY_POINTS) },
    { path: 'docs/quirks.md', text: quirksPage(Object.fromEntries(withQuirks.map((one) => [one.title, one.quirks]))) },
  ]
}
