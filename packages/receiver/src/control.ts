import {
  type Control,
  groupedVerbs,
  inGroup,
  type Late,
  type Verb,
  type VerbInputsOf,
  type VerbResultsOf,
  type View,
  type ViewItemsOf,
} from '@scimulator/shared/behaviour'
import { assembleControl, type KeptState } from '@scimulator/shared/program'
import { behaviour } from './control/behaviour.ts'
import { revokeAccessTokensVerb } from './control/revoke-access-tokens.ts'
import { setDeviationsVerb } from './control/set-deviations.ts'
import { sources } from './control/sources.ts'
import type { TokenDesk } from './control/token-desk.ts'
import { trustClientVerb } from './control/trust-client.ts'
import type { DeviationBoard } from './deviations/deviation-board.ts'
import type { Desk } from './lark/acts/desk.ts'
import { activateSyncSourceVerb } from './lark/verbs/activate-sync-source.ts'
import { addAdministratorVerb } from './lark/verbs/add-administrator.ts'
import { addDepartmentVerb } from './lark/verbs/add-department.ts'
import { addJobTitleVerb } from './lark/verbs/add-job-title.ts'
import { addMemberVerb } from './lark/verbs/add-member.ts'
import { addLarkSource, addPlainSource } from './lark/verbs/add-source.ts'
import { addSyncSourceVerb } from './lark/verbs/add-sync-source.ts'
import { addUserGroupVerb } from './lark/verbs/add-user-group.ts'
import { beginSyncSourceVerb } from './lark/verbs/begin-sync-source.ts'
import { createPersonalTokenVerb } from './lark/verbs/create-personal-token.ts'
import { deactivateSyncSourceVerb } from './lark/verbs/deactivate-sync-source.ts'
import { deleteMemberVerb } from './lark/verbs/delete-member.ts'
import { deleteSyncSourceVerb } from './lark/verbs/delete-sync-source.ts'
import { deleteUserGroupVerb } from './lark/verbs/delete-user-group.ts'
import { discardSyncSourceVerb } from './lark/verbs/discard-sync-source.ts'
import { dismissNoticeVerb } from './lark/verbs/dismiss-notice.ts'
import { editAdministratorVerb } from './lark/verbs/edit-administrator.ts'
import { editMemberVerb } from './lark/verbs/edit-member.ts'
import { editOwnNameVerb } from './lark/verbs/edit-own-name.ts'
import { editSyncSourceVerb } from './lark/verbs/edit-sync-source.ts'
import { expireTokenVerb } from './lark/verbs/expire-token.ts'
import { previewSyncSourceVerb } from './lark/verbs/preview-sync-source.ts'
import { purgeDeletedMemberVerb } from './lark/verbs/purge-deleted-member.ts'
import { refreshTokenVerb } from './lark/verbs/refresh-token.ts'
import { removeAdministratorVerb } from './lark/verbs/remove-administrator.ts'
import { renameUserGroupVerb } from './lark/verbs/rename-user-group.ts'
import { saveSyncSourceVerb } from './lark/verbs/save-sync-source.ts'
import { adminLog } from './lark/views/admin-log.ts'
import { administrators } from './lark/views/administrators.ts'
import { deletedMembersView } from './lark/views/deleted-members.ts'
import { departments } from './lark/views/departments.ts'
import { fields } from './lark/views/fields.ts'
import { jobTitles } from './lark/views/job-titles.ts'
import { members } from './lark/views/members.ts'
import { notices } from './lark/views/notices.ts'
import { outbox } from './lark/views/outbox.ts'
import { switches } from './lark/views/switches.ts'
import { syncLog } from './lark/views/sync-log.ts'
import { syncSources } from './lark/views/sync-sources.ts'
import { userGroups } from './lark/views/user-groups.ts'
import { workforceTypes } from './lark/views/workforce-types.ts'
import type { Ledger } from './ledger.ts'

const SOURCE_VERBS = [
  addSyncSourceVerb,
  beginSyncSourceVerb,
  previewSyncSourceVerb,
  saveSyncSourceVerb,
  discardSyncSourceVerb,
  editSyncSourceVerb,
  refreshTokenVerb,
  expireTokenVerb,
  activateSyncSourceVerb,
  deactivateSyncSourceVerb,
  deleteSyncSourceVerb,
]

const ORGANISATION_VERBS = [
  addMemberVerb,
  editMemberVerb,
  editOwnNameVerb,
  deleteMemberVerb,
  purgeDeletedMemberVerb,
  addDepartmentVerb,
  addJobTitleVerb,
  addUserGroupVerb,
  renameUserGroupVerb,
  deleteUserGroupVerb,
  dismissNoticeVerb,
]

const ADMINISTRATOR_VERBS = [
  addAdministratorVerb,
  editAdministratorVerb,
  removeAdministratorVerb,
  createPersonalTokenVerb,
]

const VIEWS = [
  members,
  deletedMembersView,
  departments,
  jobTitles,
  userGroups,
  fields,
  syncSources,
  syncLog,
  adminLog,
  outbox,
  notices,
  administrators,
  workforceTypes,
  switches,
]

/** What a receiver is steered with. */
export interface ReceiverControls {
  /** Everything, under the name `receiver`: what the control surface and the library have. */
  readonly whole: Control
  /** The same by vocabulary: `receiver` for any receiver, `lark` for what only the product has. */
  readonly byVocabulary: readonly Control[]
}

type Verbs = ReturnType<
  | (typeof SOURCE_VERBS | typeof ORGANISATION_VERBS | typeof ADMINISTRATOR_VERBS)[number]
  | typeof addLarkSource
  | typeof setDeviationsVerb
  | typeof trustClientVerb
  | typeof revokeAccessTokensVerb
>

/** By name, for `import type`: what each verb takes and answers, and what the items of each view are made of. */
export type VerbInputs = VerbInputsOf<Verbs>
export type VerbResults = VerbResultsOf<Verbs>
export type ViewItems = ViewItemsOf<ReturnType<(typeof VIEWS)[number] | typeof sources | typeof behaviour>>

/** Everything that administrators do and see, as verbs and views. */
export function larkControls(
  desk: Desk,
  { deviations, tokens }: Pick<PlainDesk, 'deviations' | 'tokens'>,
  reset: () => void,
): ReceiverControls {
  const common = commonOf(desk.ledger, reset)
  const own = {
    verbs: inGroup<Verb>('Receiver', [addLarkSource(desk), ...verbsOf(deviations, tokens)]),
    views: [sources(desk.ledger, desk.publicUrl), behaviour(deviations)],
  }
  const verbs = groupedVerbs(desk, {
    'Sync sources': SOURCE_VERBS,
    Organization: ORGANISATION_VERBS,
    Administrators: ADMINISTRATOR_VERBS,
  })
  const lark = { verbs, views: VIEWS.map((make): View => make(desk)) }
  return controlsOf(common, own, lark, desk.ledger)
}

/** A plain SCIM store has no administrators. */
type PlainDesk = Pick<Desk, 'ledger' | 'publicUrl'> & {
  readonly deviations: DeviationBoard
  readonly hasTokenEndpoint: boolean
  readonly tokens: TokenDesk
}

/** Of any receiver. */
function verbsOf(deviations: DeviationBoard, tokens: TokenDesk): readonly Verb[] {
  return [setDeviationsVerb(deviations), trustClientVerb(tokens), revokeAccessTokensVerb(tokens)]
}

export function plainControls(
  { ledger, publicUrl, deviations, hasTokenEndpoint, tokens }: PlainDesk,
  reset: () => void,
): ReceiverControls {
  const addSource = addPlainSource(ledger, publicUrl, hasTokenEndpoint)
  const own = {
    verbs: inGroup<Verb>('Receiver', [addSource, ...verbsOf(deviations, tokens)]),
    views: [sources(ledger, publicUrl), behaviour(deviations)],
  }
  return controlsOf(commonOf(ledger, reset), own, undefined, ledger)
}

interface Words {
  readonly verbs: readonly (Verb | Late<Verb>)[]
  readonly views: readonly View[]
}

function controlsOf(common: KeptState, own: Words, lark: Words | undefined, { store }: Ledger): ReceiverControls {
  const control = (name: string, words: Words): Control =>
    assembleControl({ name, ...words, durable: () => store.durable(), ...common })
  if (!lark) return { whole: control('receiver', own), byVocabulary: [control('receiver', own)] }
  const all = { verbs: [...own.verbs, ...lark.verbs], views: [...own.views, ...lark.views] }
  return { whole: control('receiver', all), byVocabulary: [control('receiver', own), control('lark', lark)] }
}

/** Nothing of the receiver goes on by itself; whatever depends on time is worked out when somebody looks. */
function commonOf({ seq, onChange, snapshot, restore }: Ledger, reset: () => void): KeptState {
  return { seq, onChange, snapshot, restore, reset }
}
