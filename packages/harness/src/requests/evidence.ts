// How each request is known: the rows of the fidelity page, by what they are about.

import { ENTRA_FIDELITY } from '@scimulator/entra-sim/fidelity'
import { JUMPCLOUD_FIDELITY } from '@scimulator/jumpcloud-sim/fidelity'
import type { FidelityRow } from '@scimulator/shared/behaviour'
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

const RULES: Readonly<Record<CorpusSender, readonly Rule[]>> = {
  entra: ENTRA,
  'entra-legacy': ENTRA,
  jumpcloud: JUMPCLOUD,
}

/** @throws Error when a row is not on the fidelity page any more */
export function evidenceOf(sender: CorpusSender, told: Told): Evidence {
  const rows = Object.values(sender === 'jumpcloud' ? JUMPCLOUD_FIDELITY : ENTRA_FIDELITY).flat()
  const [title] = RULES[sender].find(([, fits]) => fits(told)) ?? []
  const row: FidelityRow | undefined = rows.find(({ behaviour }) => behaviour === title)
  if (!row) throw new Error(`There is no row "${title}" on the fidelity page.`)
  return { grade: row.grade, source: row.source }
}
