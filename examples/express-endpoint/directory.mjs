// The people and groups of the application, in memory. Every write is one step: it is done whole or not at all.
import { randomUUID } from 'node:crypto'
import { ENTERPRISE } from './schemas.mjs'
import { invalid, ScimError } from './scim-error.mjs'

export class Directory {
  users = new Map()
  groups = new Map()
  #faults
  #door
  #takenNames = new Set()
  #takenExternalIds = new Set()
  /** id of a member -> ids of the groups */
  #groupsOf = new Map()
  #lastNumber = 0

  constructor(faults, door) {
    this.#faults = faults
    this.#door = door
  }

  all(kind) {
    return kind === 'User' ? this.users : this.groups
  }

  find(kind, id) {
    const found = this.all(kind).get(id)
    if (!found) throw new ScimError(404, `There is no ${kind.toLowerCase()} ${id}.`)
    return found
  }

  /**
   * @param data what a client assigned, read by values.mjs
   * @param isRaced whether it was found free a moment ago, and others may have come since: for two faults
   */
  create(kind, data, isRaced = false) {
    const now = new Date().toISOString()
    const id = this.#faults.has('integer-ids') ? String(++this.#lastNumber) : randomUUID()
    const checked = kind === 'User' ? this.#checkedUser(data, undefined, isRaced) : this.#checkedGroup(data)
    const record = { id, data: checked, created: now, lastModified: now, firstName: checked.userName }
    this.all(kind).set(id, record)
    if (kind === 'User') this.#door.opened(id, checked.active)
    else this.#index(id, [], checked.members)
    return record
  }

  /** The whole resource as it is to be. */
  update(kind, record, data) {
    const checked = kind === 'User' ? this.#checkedUser(data, record) : this.#checkedGroup(data, record)
    if (kind === 'User' && checked.active !== record.data.active) this.#door.changed(record.id, checked.active)
    if (kind === 'Group' && this.#faults.has('one-group-only')) this.#leaveOthers(record, checked)
    if (kind === 'Group') this.#index(record.id, record.data.members, checked.members)
    if (kind === 'User' && this.#faults.has('changes-others')) this.#reachNeighbour(record, checked)
    record.data = checked
    record.lastModified = new Date().toISOString()
    return record
  }

  #reachNeighbour(record, { active }) {
    const everybody = [...this.users.values()]
    const neighbour = everybody[everybody.indexOf(record) - 1]
    if (neighbour) neighbour.data = { ...neighbour.data, active }
  }

  remove(kind, record) {
    if (this.#faults.has('deleted-still-there') && kind === 'User') return
    this.all(kind).delete(record.id)
    if (kind === 'User') {
      this.#door.closed(record.id)
      this.#takenNames.add(record.data.userName.toLowerCase())
      this.#takenExternalIds.add(record.data.externalId)
    }
    if (kind === 'Group' && this.#faults.has('group-delete-removes-people')) {
      for (const { value } of record.data.members ?? []) this.users.delete(value)
    }
    if (kind === 'Group') this.#index(record.id, record.data.members, [])
    this.#forget(record.id)
  }

  /** For the fault that an update gives somebody a new id. */
  rename(record) {
    this.users.delete(record.id)
    record.id = randomUUID()
    this.users.set(record.id, record)
  }

  userByName(userName) {
    return [...this.users.values()].find(({ data }) => data.userName.toLowerCase() === userName.toLowerCase())
  }

  /** The groups that somebody is directly in. */
  groupsOf(id) {
    return [...(this.#groupsOf.get(id) ?? [])].map((groupId) => this.groups.get(groupId))
  }

  #leaveOthers(group, { members = [] }) {
    const before = new Set((group.data.members ?? []).map(({ value }) => value))
    for (const { value } of members.filter((one) => !before.has(one.value))) {
      for (const other of this.groupsOf(value).filter(({ id }) => id !== group.id)) {
        const left = other.data.members.filter((one) => one.value !== value)
        this.#index(other.id, other.data.members, left)
        other.data = { ...other.data, members: left }
      }
    }
  }

  #index(groupId, before = [], after = []) {
    for (const { value } of before) this.#groupsOf.get(value)?.delete(groupId)
    for (const { value } of after) {
      if (!this.#groupsOf.has(value)) this.#groupsOf.set(value, new Set())
      this.#groupsOf.get(value).add(groupId)
    }
  }

  #checkedUser(given, record, isRaced) {
    const data = { ...given, active: given.active ?? record?.data.active ?? true }
    if (!data.userName?.trim()) throw invalid('userName is required.')
    if (this.#faults.has('email-required') && !data.emails) throw invalid('emails is required.')
    if (
      this.#faults.has('country-code-required') &&
      data.addresses?.some(({ country }) => country && country.length !== 2)
    ) {
      throw invalid('country is two letters.')
    }
    this.#refuseDuplicate(data.userName, record, isRaced)
    this.#refuseByFault(data, record)
    this.#applyUserFaults(data, record)
    return data
  }

  #refuseByFault({ userName, externalId, emails = [] }, record) {
    const work = emails.find(({ type }) => type === 'work')?.value
    if (this.#faults.has('rename-needs-email') && work !== undefined && work.toLowerCase() !== userName.toLowerCase())
      throw invalid('The work address is the userName.')
    const isGone = this.#faults.has('deleted-external-id-taken') && this.#takenExternalIds.has(externalId ?? null)
    const isNone = this.#faults.has('missing-value-unique') && !externalId
    const isSecond = isNone && [...this.users.values()].some((one) => one !== record && !one.data.externalId)
    if (!record && (isGone || isSecond)) throw new ScimError(409, 'The externalId is taken.', 'uniqueness')
  }

  #refuseDuplicate(userName, record, isRaced) {
    const other = this.userByName(userName)
    const isTaken = this.#faults.has('deleted-name-taken') && !record && this.#takenNames.has(userName.toLowerCase())
    if ((!other || other === record) && !isTaken) return
    if (this.#faults.has('duplicates-created')) return
    if (isRaced && this.#faults.has('concurrent-duplicates')) return
    if (record && this.#faults.has('rename-takes-name')) return
    const isFault = isRaced || (record && this.#faults.has('rename-conflict-500'))
    if (isFault) throw new ScimError(500, 'UNIQUE constraint failed: users.user_name')
    if (this.#faults.has('duplicates-by-case') && other && other.data.userName !== userName) return
    if (this.#faults.has('conflict-answers-500')) throw new ScimError(500, 'UNIQUE constraint failed: users.user_name')
    const scimType = this.#faults.has('conflict-without-scim-type') ? undefined : 'uniqueness'
    throw new ScimError(409, `There is a user ${JSON.stringify(userName)} already.`, scimType)
  }

  #applyUserFaults(data, record) {
    if (!this.#faults.has('password-returned')) delete data.password
    const manager = record?.data[ENTERPRISE]?.manager
    if (manager && this.#faults.has('manager-not-written')) data[ENTERPRISE] = { ...data[ENTERPRISE], manager }
    if (this.#faults.has('external-id-not-stored')) delete data.externalId
    if (this.#faults.has('manager-ignored') && data[ENTERPRISE]) delete data[ENTERPRISE].manager
    if (this.#faults.has('text-changed')) data.displayName = data.displayName?.replace(/[^ -~]/g, '?')
    if (this.#faults.has('no-soft-delete')) data.active = true
    if (this.#faults.has('created-inactive-is-active') && !record) data.active = true
    if (this.#faults.has('user-name-fixed') && record) data.userName = record.data.userName
    if (this.#faults.has('return-refused') && record && !record.data.active && data.active) {
      throw invalid('Somebody who has left cannot be enabled.')
    }
  }

  #checkedGroup(data, record) {
    if (!data.displayName?.trim()) throw invalid('displayName is required.')
    const name = data.displayName.toLowerCase()
    const isTwice = [...this.groups.values()].some(
      (other) => other !== record && other.data.displayName.toLowerCase() === name,
    )
    if (isTwice && this.#faults.has('group-name-unique')) throw new ScimError(409, 'The name is taken.', 'uniqueness')
    const before = new Set((record?.data.members ?? []).map(({ value }) => value))
    for (const { value } of data.members ?? []) {
      if (before.has(value) || this.users.has(value) || this.groups.has(value)) continue
      throw invalid(`There is nobody with the id ${JSON.stringify(value)}.`)
    }
    const isRenamed = record && record.data.displayName !== data.displayName
    return isRenamed && this.#faults.has('rename-empties-group') ? { ...data, members: undefined } : data
  }

  /** Whoever is gone is no member and no manager any more. */
  #forget(id) {
    for (const { data } of this.groupsOf(id)) data.members = data.members.filter(({ value }) => value !== id)
    this.#groupsOf.delete(id)
    for (const { data } of this.users.values()) {
      if (data[ENTERPRISE]?.manager?.value === id) delete data[ENTERPRISE].manager
    }
  }
}
