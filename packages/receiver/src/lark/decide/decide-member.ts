import { equalJson, type ScimResource } from '@scimulator/shared/scim'
import type { DirectoryRecord } from '../../directory/record.ts'
import type { CreateWrite, PatchWrite, ReplaceWrite } from '../../profile/profile.ts'
import type { Accomplished, Attempt, LogLine } from '../rules/attempt.ts'
import { unchanged } from '../rules/attempt.ts'
import type { MemberNames } from '../rules/attribute-rule.ts'
import { ATTRIBUTE_TABLE } from '../rules/attribute-table.ts'
import type { Circumstances } from '../rules/circumstances.ts'
import { syncedDataSource } from '../rules/data-source.ts'
import { afterSync } from '../rules/field-sources.ts'
import type { Identified } from '../rules/identified.ts'
import { identifyMember } from '../rules/identify-member.ts'
import { keepingExternalId } from '../rules/idp-external-id.ts'
import { memberNotification } from '../rules/member-notification.ts'
import { memberStatus, withActive } from '../rules/member-status.ts'
import { attributeChanges, namesAfter, namesOf, type Refusal, refusalOf } from '../rules/member-values.ts'
import { resolveNames } from '../rules/named-objects.ts'
import { keepingRequired } from '../rules/replace-keeps-required.ts'
import { uniquenessRefusal } from '../rules/uniqueness.ts'
import { missingWorkforceType } from '../rules/workforce-type.ts'
import type { LarkChange } from '../state/lark-change.ts'
import { type MemberFacts, memberFacts, memberName } from '../values/member.ts'

/** POST /Users: a new member, or an existing one that is associated, returns or is restored. */
export function createMember(write: CreateWrite, circumstances: Circumstances): Attempt {
  const resource = withActive(keepingExternalId(write.resource, circumstances.rulesOff), undefined)
  const name = nameOf(resource)
  const refusal = refusalOf(resource, circumstances)
  if (refusal) return refusedMember(refusal, null, name)
  const names = namesAfter(resource, { names: {}, resource: undefined }, circumstances)
  const identified = identifyMember(names, circumstances)
  if (identified.kind === 'refused') return refusedMember(identified.refusal, null, name)
  const self = identified.kind === 'new' ? null : identified.record.id
  const taken = uniquenessRefusal(resource, self, circumstances)
  if (taken) return refusedMember(taken, self, name)
  return putMember(resource, startOf(identified), circumstances)
}

/** PUT and PATCH /Users/{id}, seen after the whole body was applied. */
export function updateMember(write: ReplaceWrite | PatchWrite, circumstances: Circumstances): Attempt {
  const { record } = write
  const { rulesOff } = circumstances
  const written = keepingExternalId(write.resource, rulesOff)
  const kept = write.kind === 'replace' ? keepingRequired(written, record.resource, rulesOff) : written
  const resource = withActive(kept, record.resource)
  if (equalJson(resource, record.resource)) return unchanged(record.id)
  const refusal = refusalOf(resource, circumstances) ?? uniquenessRefusal(resource, record.id, circumstances)
  if (refusal) return refusedMember(refusal, record.id, memberName(record))
  return putMember(resource, { record, action: 'changed', before: record.resource }, circumstances)
}

function refusedMember({ rule, error }: Refusal, objectId: string | null, name: string): Attempt {
  return { outcome: 'refused', rule, error, object: 'member', objectId, name }
}

/** What a write starts from: the member as it was, and the resource that the sync last wrote. */
interface Start {
  readonly record: DirectoryRecord | undefined
  readonly before: ScimResource | undefined
  readonly action: LogLine['action']
  readonly warning?: string
}

function startOf(identified: Exclude<Identified, { kind: 'refused' }>): Start {
  if (identified.kind === 'new') return { record: undefined, before: undefined, action: 'created' }
  const { kind, record } = identified
  // What administrators entered by hand stays where the sync says nothing; what an earlier sync wrote does not.
  const before = record.managedBy === null ? undefined : record.resource
  const warning = identified.kind === 'restored' ? { warning: identified.warning } : {}
  return { record, before, action: kind, ...warning }
}

function putMember(resource: ScimResource, start: Start, circumstances: Circumstances): Accomplished {
  const { record: old, action } = start
  const current = old ? memberFacts(old) : undefined
  const oldNames = current ? namesOf(current.values, circumstances.lark) : {}
  const names = namesAfter(resource, { names: oldNames, resource: start.before }, circumstances)
  const resolved = resolveNames(names, current?.values ?? {}, circumstances)
  const dataSource = syncedDataSource(circumstances.rulesOff)
  const assigned = new Set(ATTRIBUTE_TABLE.filter((rule) => rule.read(resource, circumstances) !== undefined))
  const fields = new Set([...assigned].map(({ attribute }) => attribute))
  const facts: MemberFacts = {
    status: memberStatus(resource, circumstances.rulesOff),
    dataSource,
    deactivatedByDelete: false,
    values: resolved.values,
    ...afterSync(dataSource, current, { names, assigned: (field) => fields.has(field) }),
  }
  const record = recordAfter(resource, facts, old, circumstances)
  const line = memberLine(record, { oldNames, names, start, current }, circumstances)
  const restored: LarkChange[] = action === 'restored' ? [{ kind: 'profile:deleted-removed', id: record.id }] : []
  return {
    outcome: 'done',
    id: record.id,
    changes: [...resolved.changes, ...restored, { kind: 'record-put', record }],
    lines: [...resolved.lines, line],
    fields: [...assigned].map(({ lark }) => lark),
    messages: action === 'created' ? memberNotification(names, circumstances) : [],
  }
}

function recordAfter(
  resource: ScimResource,
  facts: MemberFacts,
  old: DirectoryRecord | undefined,
  { source, context }: Circumstances,
): DirectoryRecord {
  return {
    kind: 'User',
    id: old?.id ?? context.ids.uuid('User'),
    organisation: source.organisation,
    managedBy: source.id,
    version: (old?.version ?? 0) + 1,
    created: old?.created ?? context.now,
    lastModified: context.now,
    resource,
    facts,
  }
}

interface Difference {
  readonly oldNames: MemberNames
  readonly names: MemberNames
  readonly start: Start
  readonly current: MemberFacts | undefined
}

function memberLine(record: DirectoryRecord, difference: Difference, circumstances: Circumstances): LogLine {
  const { oldNames, names, start, current } = difference
  const { status } = memberFacts(record)
  const statusChange = { attribute: 'status', scim: 'active', old: current?.status ?? null, new: status }
  const statusChanges = current?.status === status ? [] : [statusChange]
  return {
    object: 'member',
    objectId: record.id,
    name: memberName(record),
    action: start.action === 'changed' ? actionOf(current?.status, status) : start.action,
    warning: start.warning ?? null,
    details: missingWorkforceType(record.resource, circumstances),
    attributes: [...attributeChanges(oldNames, names), ...statusChanges],
    department: names.department ?? null,
    jobTitle: names.jobTitle ?? null,
  }
}

function actionOf(before: MemberFacts['status'] | undefined, after: MemberFacts['status']): LogLine['action'] {
  if (before === after) return 'changed'
  return after === 'Inactive' ? 'deactivated' : 'reactivated'
}

function nameOf({ userName, displayName }: ScimResource): string {
  if (typeof userName === 'string') return userName
  return typeof displayName === 'string' ? displayName : '(no user name)'
}
