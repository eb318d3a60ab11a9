// Entra ID as it is: a tenant with an app, its default mappings, and cycles; or provision on demand instead of cycles.
import { entraProgram } from '@scimulator/entra-sim/program'
import type { Send } from '@scimulator/shared/provisioning'
import { createSeededIds, createVirtualSchedule, MINUTE_MS, type VirtualSchedule } from '@scimulator/shared/runtime'
import type { Program } from '../../world/program.ts'
import { type Person, STAFF, type Team } from './company-state.ts'
import { MEMBER, ROLE } from './expected-directory.ts'
import type { IdentityProvider } from './identity-provider.ts'
import { SourceKeys } from './source-keys.ts'
import { type Acting, verbsOf } from './verbs-of.ts'

export interface ProviderOptions {
  readonly send: Send
  readonly url: string
  readonly token: string
  readonly seed: string
  /** How the names of its people begin. */
  readonly stem: string
  /** Whether the endpoint keeps roles, so that they are worth a mapping. */
  readonly withRoles: boolean
  /** Milliseconds since the epoch. */
  readonly start: number
  readonly emailDomain: string
  readonly switches?: Readonly<Record<string, unknown>>
}

/** Microsoft, Customize attribute mappings: with this function a PATCH replaces all roles, so that one that was lost is gone. */
const ROLES = {
  target: 'roles',
  type: 'Expression',
  source: 'AssertiveAppRoleAssignmentsComplex([appRoleAssignments])',
}

/** Between two cycles lie 40 minutes (Microsoft: Known issues for provisioning). */
const CYCLE_MS = 41 * MINUTE_MS

export class EntraIdentityProvider implements IdentityProvider {
  readonly sender: 'entra' | 'entraLegacy' | 'onDemand'
  readonly #options: ProviderOptions
  readonly #schedule: VirtualSchedule
  readonly #program: Program
  readonly #act: Acting
  readonly #keys = new SourceKeys()

  constructor(sender: 'entra' | 'entraLegacy' | 'onDemand', options: ProviderOptions) {
    const { send, seed, start, switches = {} } = options
    this.sender = sender
    this.#options = options
    this.#schedule = createVirtualSchedule(start)
    this.#program = entraProgram.create({
      schedule: this.#schedule,
      ids: createSeededIds(seed, 'entra'),
      send,
      publicUrl: 'http://entra.scimulator.test',
      options: { switches },
    })
    this.#act = verbsOf(this.#program.control)
  }

  async connect(): Promise<string | undefined> {
    const { url, token } = this.#options
    await this.#act('create-app', { name: 'Endpoint', roles: [{ value: MEMBER }, { value: ROLE }] })
    await this.#act('use-mapping-preset', { preset: 'default' })
    if (this.#options.withRoles) await this.#act('set-mapping', ROLES)
    const tenantUrl = this.sender === 'entra' ? `${url}?aadOptscim062020` : url
    await this.#act('set-credentials', { tenantUrl, secretToken: token })
    return await this.testAgain()
  }

  testAgain(): Promise<string | undefined> {
    return this.#act.refusal('test-connection', {})
  }

  async hire(person: Person, displayName: string): Promise<void> {
    const { userPrincipalName, ...set } = attributesOf(person, displayName)
    this.#keys.note('user', person.key, await this.#act('create-user', { userPrincipalName, set }))
  }

  change(key: string, person: Person, displayName: string): Promise<void> {
    return this.#act.done('update-user', { user: this.#keys.of(key), set: attributesOf(person, displayName) })
  }

  report(key: string, boss: string | undefined): Promise<void> {
    const manager = boss === undefined ? null : this.#keys.of(boss)
    return this.#act.done('update-user', { user: this.#keys.of(key), manager })
  }

  join(team: string, key: string): Promise<void> {
    return this.#act.done('add-member', { group: this.#keys.of(team), user: this.#keys.of(key) })
  }

  leave(team: string, key: string): Promise<void> {
    return this.#act.done('remove-member', { group: this.#keys.of(team), user: this.#keys.of(key) })
  }

  block(key: string, isBlocked: boolean): Promise<void> {
    return this.#act.done(isBlocked ? 'block-user' : 'unblock-user', { user: this.#keys.of(key) })
  }

  remove(key: string): Promise<void> {
    return this.#act.done('delete-user', { user: this.#keys.of(key) })
  }

  restore(key: string): Promise<void> {
    return this.#act.done('restore-user', { user: this.#keys.of(key) })
  }

  purge(key: string): Promise<void> {
    return this.#act.done('purge-user', { user: this.#keys.of(key) })
  }

  async makeTeam({ key, name, members }: Team): Promise<void> {
    const made = await this.#act('create-group', { name, members: members.map((one) => this.#keys.of(one)) })
    this.#keys.note('team', key, made)
    await this.#act('assign', { group: this.#keys.of(key), role: MEMBER })
    if (key === STAFF && this.sender !== 'onDemand') await this.#act('start', {})
  }

  nest(team: string, inner: string, isIn: boolean): Promise<void> {
    const verb = isIn ? 'add-member' : 'remove-member'
    return this.#act.done(verb, { group: this.#keys.of(team), member: this.#keys.of(inner) })
  }

  giveRole(key: string, isGiven: boolean): Promise<void> {
    const user = this.#keys.of(key)
    return isGiven ? this.#act.done('assign', { user, role: ROLE }) : this.#act.done('unassign', { user })
  }

  renameTeam(key: string, name: string): Promise<void> {
    return this.#act.done('rename-group', { group: this.#keys.of(key), name })
  }

  deleteTeam(key: string): Promise<void> {
    return this.#act.done('delete-group', { group: this.#keys.of(key) })
  }

  limitDeletions(deletionThreshold: number | null): Promise<void> {
    return this.#act.done('set-settings', { deletionThreshold })
  }

  async allowDeletes(): Promise<void> {
    // Where the disables were refused before, nothing may be staged; then there is nothing to allow.
    await this.#act.refusal('allow-deletes', {})
  }

  restart(): Promise<void> {
    return this.#act.done('restart', { resetScope: 'Full' })
  }

  async settle(touched: readonly string[]): Promise<void> {
    if (this.sender !== 'onDemand') return await this.#schedule.advanceTo(this.#schedule.now() + CYCLE_MS)
    for (const key of touched) {
      if (this.#keys.isUser(key)) await this.#act.refusal('provision-on-demand', { user: this.#keys.of(key) })
    }
  }

  async links(): Promise<ReadonlyMap<string, string>> {
    return this.#keys.linked((await this.#program.control.views.get('links')?.read({})) ?? [])
  }

  close(): Promise<void> {
    return this.#program.close()
  }
}

function attributesOf(person: Person, displayName: string) {
  return {
    userPrincipalName: person.userName,
    displayName,
    givenName: person.givenName,
    surname: person.familyName,
    mail: person.userName,
    mailNickname: person.userName.split('@')[0] ?? person.userName,
    jobTitle: person.title,
    department: person.department,
    employeeId: person.employeeNumber,
    telephoneNumber: person.phone,
    ...(person.mobile === undefined ? {} : { mobile: person.mobile }),
  }
}
