// Okta as it is: an organisation with an application of one of its two kinds. Everybody of the staff has it through a group, and groups
// are pushed.
import { oktaProgram } from '@scimulator/okta-sim/program'
import { createSeededIds, createVirtualSchedule, MINUTE_MS, type VirtualSchedule } from '@scimulator/shared/runtime'
import type { Program } from '../../world/program.ts'
import { ENTERPRISE } from '../answer.ts'
import { type Person, STAFF, type Team } from './company-state.ts'
import type { ProviderOptions } from './entra-identity-provider.ts'
import type { IdentityProvider } from './identity-provider.ts'
import { SourceKeys } from './source-keys.ts'
import { type Acting, verbsOf } from './verbs-of.ts'

/** The application of the wizard writes by PUT, the one of the catalogue by PATCH (O101, O103). */
export type OktaSender = 'okta' | 'oktaCatalogue'

/** What the story has beside what is mapped at first (O228). */
const MAPPINGS = [
  { externalName: 'employeeNumber', externalNamespace: ENTERPRISE, source: 'employeeNumber' },
  { externalName: "phoneNumbers.^[type=='work'].value", source: 'primaryPhone' },
  { externalName: "phoneNumbers.^[type=='mobile'].value", source: 'mobilePhone' },
]

/** It sends no manager and no roles by itself, has no groups within groups (O435), no bin and no cycles. */
export class OktaIdentityProvider implements IdentityProvider {
  readonly sender: OktaSender
  readonly #options: ProviderOptions
  readonly #withGroups: boolean
  readonly #schedule: VirtualSchedule
  readonly #program: Program
  readonly #act: Acting
  readonly #keys = new SourceKeys()

  constructor(sender: OktaSender, options: ProviderOptions, withGroups: boolean) {
    const { send, seed, start, switches = {} } = options
    this.sender = sender
    this.#options = options
    this.#withGroups = withGroups
    this.#schedule = createVirtualSchedule(start)
    this.#program = oktaProgram.create({
      schedule: this.#schedule,
      ids: createSeededIds(seed, sender),
      send,
      publicUrl: 'http://okta.scimulator.test',
      options: { switches },
    })
    this.#act = verbsOf(this.#program.control)
  }

  /** The group that assigns is not the one that is pushed, as Okta advises (O402). */
  async connect(): Promise<string | undefined> {
    const kind = this.sender === 'okta' ? 'wizard' : 'catalogue'
    const { url, token, stem } = this.#options
    await this.#act('create-application', { label: 'Endpoint', kind })
    for (const mapping of MAPPINGS) await this.#act('set-mapping', mapping)
    await this.#act('configure-scim', { baseUrl: url, token: kind === 'wizard' ? token : `Bearer ${token}` })
    await this.#act('create-group', { name: accessOf(stem) })
    await this.#act('assign-group', { group: accessOf(stem) })
    return await this.testAgain()
  }

  testAgain(): Promise<string | undefined> {
    return this.#act.refusal('test-connector', {})
  }

  async hire(person: Person, displayName: string): Promise<void> {
    this.#keys.note('user', person.key, await this.#act('create-user', fieldsOf(person, displayName)))
  }

  change(key: string, person: Person, displayName: string): Promise<void> {
    return this.#act.done('update-user', { user: this.#keys.of(key), set: fieldsOf(person, displayName) })
  }

  async join(team: string, key: string): Promise<void> {
    for (const group of this.#groupsOf(team)) await this.#act('add-member', { group, user: this.#keys.of(key) })
  }

  async leave(team: string, key: string): Promise<void> {
    for (const group of this.#groupsOf(team)) await this.#act('remove-member', { group, user: this.#keys.of(key) })
  }

  /** To suspend a person sends nothing; who is deactivated loses the application, and comes back by the group (O315, O336). */
  block(key: string, isBlocked: boolean): Promise<void> {
    return this.#act.done(isBlocked ? 'deactivate-user' : 'activate-user', { user: this.#keys.of(key) })
  }

  async remove(key: string): Promise<void> {
    await this.#act('deactivate-user', { user: this.#keys.of(key) })
    await this.#act('delete-user', { user: this.#keys.of(key) })
  }

  async makeTeam({ key, name, members }: Team): Promise<void> {
    this.#keys.note('team', key, await this.#act('create-group', { name }))
    for (const one of members) await this.join(key, one)
    if (this.#withGroups) await this.#act('push-group', { group: this.#keys.of(key) })
  }

  renameTeam(key: string, name: string): Promise<void> {
    return this.#act.done('rename-group', { group: this.#keys.of(key), name })
  }

  /** A group that is pushed cannot be deleted before the push has ended, with the group at the endpoint (O421). */
  async deleteTeam(key: string): Promise<void> {
    const group = this.#keys.of(key)
    await this.#act('unlink-group', { group, deleteTarget: true })
    await this.#act('delete-group', { group })
  }

  async settle(): Promise<void> {
    await this.#schedule.advanceTo(this.#schedule.now() + 5 * MINUTE_MS)
  }

  /** What failed waits until somebody sends it again; "Push now" brings those into the group whom it did not know (O403, O605, O606). */
  async tryAgain(): Promise<void> {
    const { retried } = Object(await this.#act('retry-tasks', {}))
    if (retried > 0 && this.#withGroups) await this.#act.refusal('push-now', { group: this.#keys.of(STAFF) })
  }

  async links(): Promise<ReadonlyMap<string, string>> {
    return this.#keys.linked((await this.#program.control.views.get('links')?.read({})) ?? [])
  }

  close(): Promise<void> {
    return this.#program.close()
  }

  #groupsOf(team: string): readonly string[] {
    return team === STAFF ? [accessOf(this.#options.stem), this.#keys.of(team)] : [this.#keys.of(team)]
  }
}

function accessOf(stem: string): string {
  return `${stem}-access`
}

function fieldsOf(person: Person, displayName: string) {
  return {
    login: person.userName,
    email: person.userName,
    firstName: person.givenName,
    lastName: person.familyName,
    displayName,
    title: person.title,
    department: person.department,
    employeeNumber: person.employeeNumber,
    primaryPhone: person.phone,
    ...(person.mobile === undefined ? {} : { mobilePhone: person.mobile }),
  }
}
