import type { ProgramDescriptor } from '@scimulator/shared/program'
import { ENTRA_FIDELITY } from './entra-fidelity.ts'
import { fidelityPage } from './fidelity-page.ts'
import type { FidelityRow } from './fidelity-row.ts'
import { JUMPCLOUD_FIDELITY } from './jumpcloud-fidelity.ts'
import { quirksPage } from './quirks-page.ts'
import { RECEIVER_FIDELITY } from './receiver-fidelity.ts'
import { SURVEY_POINTS } from './survey-points.ts'

export interface GeneratedPage {
  /** From the root of the repository. */
  readonly path: string
  readonly text: string
}

/** Area -> rows, by the name of the program. */
const AREAS: Readonly<Record<string, Readonly<Record<string, readonly FidelityRow[]>>>> = {
  entra: ENTRA_FIDELITY,
  jumpcloud: JUMPCLOUD_FIDELITY,
  receiver: RECEIVER_FIDELITY,
}

/** docs/fidelity.md and docs/quirks.md, made from the switches and catalogues of the programs. */
export function fidelityAndQuirks(programs: readonly ProgramDescriptor[]): readonly GeneratedPage[] {
  const inOrder = programs.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const parts = inOrder.map(({ name, title, switches }) => {
    return { title, areas: AREAS[name] ?? {}, switches: Object.values(switches) }
  })
  const withQuirks = inOrder.filter(({ quirks }) => quirks.length > 0)
  return [
    { path: 'docs/fidelity.md', text: fidelityPage(parts, SURVEY_POINTS) },
    { path: 'docs/quirks.md', text: quirksPage(Object.fromEntries(withQuirks.map((one) => [one.title, one.quirks]))) },
  ]
}
