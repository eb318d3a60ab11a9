// Forms of requests, and ways to read answers, of which nobody is sure: each has stood in one report, or is inferred. A life in the usual
// forms is followed by a shorter one in these, so that none of them decides a verdict alone. How sure we are: docs/fidelity.md.
import type { SwitchValue } from '@scimulator/shared/behaviour'
import { asText, isJsonObject, type JsonObject } from '@scimulator/shared/scim'
import type { Sender } from './expected-directory.ts'

export interface OtherForm {
  /** Name of the switch of the identity provider. */
  readonly id: string
  readonly value: SwitchValue
  /** Switches of the same report, without which it does not show. */
  readonly beside?: Readonly<Record<string, SwitchValue>>
  /** Whose lives show it. */
  readonly senders: readonly Sender[]
  /** The condition under which what fails only in the usual form matters; and only in this one. */
  readonly usual: string
  readonly other: string
  /** An endpoint that is right may fare worse with it, so that this is at most a remark. */
  readonly isOpen?: boolean
  /** Findings that are about this form, and tell of it already. */
  readonly toldBy?: readonly string[]
  /** Of an open form that shows in the request itself: no further life is needed to know that it is this one. */
  readonly isIn?: (operation: JsonObject) => boolean
}

const isReplace = ({ op }: JsonObject): boolean => asText(op).toLowerCase() === 'replace'

const isEmpty = ({ value }: JsonObject): boolean =>
  value === '' || (Array.isArray(value) && value.every((one) => isJsonObject(one) && one.value === ''))

const ENTRA: readonly Sender[] = ['entra', 'entraLegacy']
const JUMPCLOUD: readonly Sender[] = ['jumpcloud']

export const OTHER_FORMS: readonly OtherForm[] = [
  {
    id: 'answerTypes',
    value: 'observed',
    senders: ENTRA,
    usual: 'if Entra ID refuses an answer in which any attribute has another type than its schema says',
    other: 'if Entra ID refuses only such answers as were reported',
  },
  {
    id: 'membersPerPatch',
    value: 1,
    senders: ENTRA,
    usual: 'if Entra ID sends several members in one PATCH',
    other: 'if Entra ID sends each member in a PATCH of its own',
  },
  {
    // Both reports of it show one member in each PATCH (S-02): several in one are all there after it, even by Replace.
    id: 'memberOpWhenReturned',
    value: 'replace',
    beside: { membersPerPatch: 1 },
    senders: ENTRA,
    usual: 'if Entra ID sends Add for a member of a group that shows its members unasked',
    other: 'if Entra ID sends Replace for a member of a group that shows its members unasked',
    isOpen: true,
    toldBy: ['members-despite-excluded'],
    isIn: (operation) => isReplace(operation) && operation.path === 'members',
  },
  {
    id: 'groupPost',
    value: 'coreOnly',
    senders: ENTRA,
    usual: 'if Entra ID sends a new group with Microsoft’s schema and without members',
    other: 'if Entra ID sends a new group with the core schema alone and an empty list of members',
  },
  {
    id: 'lonePatchAttribute',
    value: 'pathless',
    senders: ['entra'],
    usual: 'if Entra ID sends a lone attribute with its path',
    other: 'if Entra ID sends a lone attribute in an object without a path',
    toldBy: ['group-patch-without-path', 'patch-without-path-ignored', 'patch-without-path-refused'],
  },
  {
    id: 'patchBooleanText',
    value: 'lowerCase',
    senders: ['entraLegacy'],
    usual: 'if Entra ID sends "False" with a capital',
    other: 'if Entra ID sends "false" in lower case',
    toldBy: ['lower-case-false-not-read'],
  },
  {
    // RFC 7644 does not say what an empty text for a manager is.
    id: 'managerUnset',
    value: 'replaceEmpty',
    senders: ENTRA,
    usual: 'if Entra ID sends Remove for a manager who is gone',
    other: 'if Entra ID sends Replace with an empty text for a manager who is gone',
    isOpen: true,
    isIn: (operation) =>
      isReplace(operation) && /manager(\.value)?$/.test(asText(operation.path)) && isEmpty(operation),
  },
  {
    // What becomes of an unknown parameter is the endpoint's affair.
    id: 'sendFlagInUrl',
    value: true,
    senders: ['entra'],
    usual: 'if Entra ID sends its requests without aadOptscim062020',
    other: 'if Entra ID sends aadOptscim062020 in the query of each request',
    isOpen: true,
  },
  {
    id: 'contentType',
    value: 'application/scim+json',
    senders: JUMPCLOUD,
    usual: 'if JumpCloud sends application/json',
    other: 'if JumpCloud sends application/scim+json',
  },
  {
    id: 'filterEncoding',
    value: 'percent',
    senders: JUMPCLOUD,
    usual: 'if JumpCloud sends a space in a filter as +',
    other: 'if JumpCloud sends a space in a filter as %20',
  },
  {
    id: 'typedAttributes',
    value: 'mapped',
    senders: JUMPCLOUD,
    usual: 'if JumpCloud refuses an answer in which any attribute has another type than its schema says',
    other: 'if JumpCloud reads only the attributes that it exports',
  },
  {
    // RFC 7644 §3.5.1 allows 204 for a PUT.
    id: 'strictResponses',
    value: 'strict',
    senders: JUMPCLOUD,
    usual: 'if JumpCloud takes any answer that says success',
    other: 'if JumpCloud refuses 200 for a create and 204 for a PUT',
    isOpen: true,
    toldBy: ['create-answers-200'],
  },
  {
    id: 'putBase',
    value: 'mapped',
    senders: JUMPCLOUD,
    usual: 'if JumpCloud sends in a PUT what it has read before, with its own attributes laid over it',
    other: 'if JumpCloud sends in a PUT its own attributes alone',
  },
  {
    id: 'repeatMemberAdds',
    value: 'onEveryGroupPush',
    senders: JUMPCLOUD,
    usual: 'if JumpCloud sends only new members',
    other: 'if JumpCloud sends members again who are in the group already',
    toldBy: ['repeated-member-add-refused'],
  },
  {
    id: 'groupRename',
    value: 'path-less',
    senders: JUMPCLOUD,
    usual: 'if JumpCloud sends the new name of a group with its path',
    other: 'if JumpCloud sends the new name of a group in an object without a path',
    toldBy: ['group-patch-without-path'],
  },
  {
    id: 'groupExternalId',
    value: 'id',
    senders: JUMPCLOUD,
    usual: 'if JumpCloud sends a new group without an externalId',
    other: 'if JumpCloud sends a new group with an externalId',
  },
  {
    id: 'userAgent',
    value: 'JumpCloud',
    senders: JUMPCLOUD,
    usual: 'if JumpCloud sends the User-Agent of a Go program',
    other: 'if JumpCloud sends its own name as User-Agent',
    isOpen: true,
  },
  {
    id: 'testCleanUp',
    value: 'delete-then-deactivate',
    senders: JUMPCLOUD,
    usual: 'if JumpCloud sends the disable of its test user before the deletion',
    other: 'if JumpCloud sends the deletion of its test user before the disable',
    isOpen: true,
  },
]

/** Of the same uncertainty, and not lived: a switch, or one of its values, and why. */
export const NOT_LIVED: Readonly<Record<string, string>> = {
  multiValuedPatch: 'no list of texts is mapped in the story',
  'lonePatchAttribute=ofOperation': 'writes operations with and without a path, each of which one of the two lives has',
  'managerUnset=none': 'nothing is sent',
  bracketHexCase: 'the question "look-up" asks in both; no name of the story has such codes',
  parallelism: 'the question "together" sends several at the same moment; in a life the order must be known',
  referenceRetry: 'says what follows a failure, and that failure is told',
  membershipAfterHeal: 'says what follows a failure, and that failure is told',
  'userAgent=Go-http-client/1.1': 'a Go program all the same',
  deleteThresholdCompare: 'the story disables more people than either reading allows',
  deleteTripPartial: 'says whom Entra ID holds back, and not what it sends',
  requestsPerSecond: 'the rate is the tester’s own',
  timeoutMs: 'the finding "slow" has a threshold of its own',
  lockedUsersInactive: 'nobody is locked in the story',
  directUserAssociations: 'everybody is provisioned through a group',
  activateReverifies: 'sends the same test once more',
  latencyMs: 'says when, and not what is sent',
  pushConcurrency: 'the question "together" sends several at the same moment',
  retryLimit: 'says what follows a failure, and that failure is told',
  retryBackoffMs: 'says what follows a failure, and that failure is told',
}

/** The acts in which a form can show; the others repeat what these send. */
export const FORMED_ACTS: readonly string[] = [
  'hired',
  'promoted',
  'first-phone',
  'manager-given',
  'manager-gone',
  'joins-group',
  'leaves-group',
  'group-renamed',
  'group-made',
  'several-join-group',
  'disabled',
  'enabled',
  'unassigned',
  'assigned-again',
]

export function formsOf(sender: Sender): readonly OtherForm[] {
  return OTHER_FORMS.filter(({ senders }) => senders.includes(sender))
}

export function asSwitches(forms: readonly OtherForm[]): Readonly<Record<string, SwitchValue>> {
  return Object.assign({}, ...forms.map(({ id, value, beside }) => ({ ...beside, [id]: value })))
}
