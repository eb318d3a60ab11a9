// JumpCloud as it is: an organisation with an application, Identity Management, and a push for each event.

import { jumpCloudProgram } from '@scimulator/jumpcloud-sim/program'
import type { Send } from '@scimulator/shared/provisioning'
import { createSeededIds, createVirtualSchedule, MINUTE_MS, type VirtualSchedule } from '@scimulator/shared/runtime'
import { asText } from '@scimulator/shared/scim'
import type { Program } from '../../world/program.ts'
import type { Person, Team } from './company-state.ts'
import type { ProviderOptions } from './entra-identity-provider.ts'
import type { IdentityProvider } from './identity-provider.ts'
import { SourceKeys } from './source-keys.ts'
import { type Acting, verbsOf } from './verbs-of.ts'

/** It sends no manager and no roles, has no groups within groups, no bin and no cycles. */
export class JumpCloudIdentityProvider implements IdentityProvider {
  readonly sender = 'jumpcloud'
  readonly #options: ProviderOptions
  readonly #withGroups: boolean
  readonly #schedule: VirtualSchedule
  readonly #program: Program
  readonly #act: Acting
  readonly #keys = new SourceKeys()

  constructor(options: ProviderOptions, withGroups: boolean) {
    const { send, seed, start, switches = {} } = options
    this.#options = options
    this.#withGroups = withGroups
    this.#schedule = createVirtualSchedule(start)
    this.#program = jumpCloudProgram.create({
      schedule: this.#schedule,
      ids: createSeededIds(seed, 'jumpcloud'),
      send: asGiven(send, options.url),
      publicUrl: 'http://jumpcloud.scimulator.test',
      options: { switches: { latencyMs: 0, ...switches } },
    })
    this.#act = verbsOf(this.#program.control)
  }

  async connect(): Promise<string | undefined> {
    const { url, token, stem, emailDomain } = this.#options
    const baseUrl = secured(url)
    await this.#act('create-application', { displayLabel: 'Endpoint' })
    const testUserEmail = `${stem}-connection@${emailDomain}`
    await this.#act('configure-scim', { baseUrl, token, testUserEmail, groupManagement: this.#withGroups })
    return await this.testAgain()
  }

  async testAgain(): Promise<string | undefined> {
    const report = Object(await this.#act('test-connection', {}))
    if (report.passed !== true) return asText(report.cause)
    return await this.#act.refusal('activate', {})
  }

  async hire(person: Person, displayName: string): Promise<void> {
    const made = await this.#act('create-user', { ...fieldsOf(person, displayName), state: 'ACTIVATED' })
    this.#keys.note('user', person.key, made)
  }

  change(key: string, person: Person, displayName: string): Promise<void> {
    return this.#act.done('update-user', { user: this.#keys.of(key), set: fieldsOf(person, displayName) })
  }

  join(team: string, key: string): Promise<void> {
    return this.#act.done('add-member', { group: this.#keys.of(team), user: this.#keys.of(key) })
  }

  leave(team: string, key: string): Promise<void> {
    return this.#act.done('remove-member', { group: this.#keys.of(team), user: this.#keys.of(key) })
  }

  block(key: string, isBlocked: boolean): Promise<void> {
    return this.#act.done(isBlocked ? 'suspend-user' : 'reactivate-user', { user: this.#keys.of(key) })
  }

  remove(key: string): Promise<void> {
    return this.#act.done('delete-user', { user: this.#keys.of(key) })
  }

  async makeTeam({ key, name, members }: Team): Promise<void> {
    const made = await this.#act('create-group', { name, members: members.map((one) => this.#keys.of(one)) })
    this.#keys.note('team', key, made)
    await this.#act('bind-group', { group: this.#keys.of(key) })
  }

  renameTeam(key: string, name: string): Promise<void> {
    return this.#act.done('rename-group', { group: this.#keys.of(key), name })
  }

  deleteTeam(key: string): Promise<void> {
    return this.#act.done('delete-group', { group: this.#keys.of(key) })
  }

  async settle(): Promise<void> {
    await this.#schedule.advanceTo(this.#schedule.now() + 5 * MINUTE_MS)
  }

  async links(): Promise<ReadonlyMap<string, string>> {
    return this.#keys.linked((await this.#program.control.views.get('links')?.read({})) ?? [])
  }

  close(): Promise<void> {
    return this.#program.close()
  }
}

/** JumpCloud takes https only. An endpoint that is tested by plain http stands behind something that has a certificate one day. */
function secured(url: string): string {
  return url.replace(/^http:/, 'https:')
}

function asGiven(send: Send, url: string): Send {
  const base = secured(url)
  return (request) =>
    send(request.url.startsWith(base) ? { ...request, url: `${url}${request.url.slice(base.length)}` } : request)
}

function fieldsOf(person: Person, displayName: string) {
  return {
    username: person.userName,
    email: person.userName,
    firstname: person.givenName,
    lastname: person.familyName,
    displayname: displayName,
    jobTitle: person.title,
    department: person.department,
    employeeIdentifier: person.employeeNumber,
    phoneNumbers: [
      { type: 'work', number: person.phone },
      ...(person.mobile === undefined ? [] : [{ type: 'mobile', number: person.mobile }]),
    ],
  }
}
