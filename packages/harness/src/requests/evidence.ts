// How each request is known: the rows of the fidelity page, by what they are about.

import { ENTRA_FIDELITY } from '@scimulator/entra-sim/fidelity'
import { JUMPCLOUD_FIDELITY } from '@scimulator/jumpcloud-sim/fidelity'
import { OKTA_FIDELITY } from '@scimulator/okta-sim/fidelity'
import type { Fidelity, FidelityRow } from '@scimulator/shared/behaviour'
import type { ScimRequest } from '@scimulator/shared/provisioning'
import type { CorpusRequest, CorpusSender } from './corpus.ts'

export type Evidence = Pick<CorpusRequest, 'grade' | 'source'>

/** Where a request is in the story: the act, and the request with its ids as names. */
export interface Told {
  readonly act: string
  readonly request: Pick<ScimRequest, 'method' | 'body'> & { readonly path: string }
}

type Rule = readonly [row: string, fits: (told: Told) => boolean]

const isConnection = ({ act }: Told): boolean => act === 'connection'
const isProbe = ({ request }: Told): boolean => request.path.includes('{{newUuid}}')
const says =
  (text: string) =>
  ({ request }: Told) =>
    request.body?.includes(text) ?? false
const isGroup = ({ request }: Told): boolean => request.path.startsWith('/Groups')
const isWrite = ({ request }: Told): boolean => request.method !== 'GET'
const isPatch = ({ request }: Told): boolean => request.method === 'PATCH'
const always = (): boolean => true

/** The first that fits. */
const ENTRA: readonly Rule[] = [
  ['Test Connection asks for a user and for a group', isConnection],
  ['A probe with a random name at the start of any activity', isProbe],
  ['How a manager is taken away', (told) => told.act === 'manager-gone' && says('manager')(told)],
  ['Members per PATCH', (told) => isGroup(told) && isPatch(told) && says('members')(told)],
  ['Soft delete renames the user', (told) => ['deleted', 'purged'].includes(told.act) && says('userName')(told)],
  [
    'Disable by PATCH on unassign, block, soft delete; DELETE on hard delete while in scope',
    (told) => !isGroup(told) && (told.request.method === 'DELETE' || (isPatch(told) && says('active"')(told))),
  ],
  ['Restart and its resetScope tokens', ({ act }) => act === 'restarted'],
  ['Requests of every kind in both PATCH dialects', always],
]

const JUMPCLOUD: readonly Rule[] = [
  ['Test Connection creates and removes a user and a group', isConnection],
  ['What becomes of a deleted user', (told) => told.act === 'deleted' && isWrite(told)],
  ['Whole users by PUT', ({ request }) => request.method === 'PUT' && request.path.startsWith('/Users')],
  ['How groups are updated', (told) => isGroup(told) && ['PATCH', 'PUT'].includes(told.request.method)],
  ['A user is looked up before each write', ({ request }) => request.method === 'GET' && request.path.startsWith('/U')],
  ['Group management demands create, update and delete', isGroup],
  ['Events push at once; there is no cycle and no reconciliation', always],
]

const OKTA: readonly Rule[] = [
  ['Test Connector Configuration reads two users (O121, O123, O124, O127 to O129)', isConnection],
  ['Deactivate, activate, unlink with and without deletion (O421, O422)', ({ request }) => request.method === 'DELETE'],
  [
    'A group of that name that is found is written to (O408)',
    (told) => told.act === 'group-there-before' && isGroup(told),
  ],
  [
    'A new push asks for the name and creates; members and name follow by GET and PUT, or by PATCH (O401, O403, O405, O409, O412 to O415, O418)',
    isGroup,
  ],
  [
    "The wizard's application writes people by GET and PUT, one of the catalogue switches them by PATCH (O101, O103, O301, O312, O313)",
    ({ request }) => ['PUT', 'PATCH'].includes(request.method) || !request.path.includes('filter='),
  ],
  [
    'Assignment of a person or a group asks for the user name, then makes or links (O201, O205, O207 to O211, O213 to O216, O218 to O220)',
    always,
  ],
]

interface Known {
  readonly fidelity: Fidelity
  readonly rules: readonly Rule[]
}

const OF_ENTRA: Known = { fidelity: ENTRA_FIDELITY, rules: ENTRA }
const OF_OKTA: Known = { fidelity: OKTA_FIDELITY, rules: OKTA }
const KNOWN: Readonly<Record<CorpusSender, Known>> = {
  entra: OF_ENTRA,
  'entra-legacy': OF_ENTRA,
  jumpcloud: { fidelity: JUMPCLOUD_FIDELITY, rules: JUMPCLOUD },
  okta: OF_OKTA,
  'okta-catalogue': OF_OKTA,
}

/** @throws Error when a row is not on the fidelity page any more */
export function evidenceOf(sender: CorpusSender, told: Told): Evidence {
  const { fidelity, rules } = KNOWN[sender]
  const rows = Object.values(fidelity).flat()
  const [title] = rules.find(([, fits]) => fits(told)) ?? []
  const row: FidelityRow | undefined = rows.find(({ behaviour }) => behaviour === title)
  if (!row) throw new Error(`There is no row "${title}" on the fidelity page.`)
  return { grade: row.grade, source: row.source }
}
