import { ENTRA_SWITCHES, quirks as entraQuirks } from '@scimulator/entra-sim'
import { quirks as jumpCloudQuirks, switches as jumpCloudSwitches } from '@scimulator/jumpcloud-sim'
import { receiverSwitches } from '@scimulator/receiver'
import { ENTRA_FIDELITY } from './entra-fidelity.ts'
import { fidelityPage } from './fidelity-page.ts'
import { JUMPCLOUD_FIDELITY } from './jumpcloud-fidelity.ts'
import { quirksPage } from './quirks-page.ts'
import { RECEIVER_FIDELITY } from './receiver-fidelity.ts'

import { SURVEY_POINTS } from './survey-points.ts'

export interface GeneratedPage {
  /** From the root of the repository. */
  readonly path: string
  readonly text: string
}

/** docs/fidelity.md and docs/quirks.md, made from the switches and catalogues of the programs. */
export function fidelityAndQuirks(): readonly GeneratedPage[] {
  const parts = [
    { title: 'Entra ID', areas: ENTRA_FIDELITY, switches: Object.values(ENTRA_SWITCHES) },
    { title: 'JumpCloud', areas: JUMPCLOUD_FIDELITY, switches: Object.values(jumpCloudSwitches) },
    { title: 'The receiver', areas: RECEIVER_FIDELITY, switches: Object.values(receiverSwitches) },
  ]
  const fidelity = fidelityPage(parts, SURVEY_POINTS)
  return [
    { path: 'docs/fidelity.md', text: fidelity },
    { path: 'docs/quirks.md', text: quirksPage({ 'Entra ID': entraQuirks, JumpCloud: jumpCloudQuirks }) },
  ]
}
