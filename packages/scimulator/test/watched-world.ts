// A world at somebody's own endpoint, and a working week in it: who comes, moves, leaves and comes back.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type OpenedWorld, openLiveWorld } from '@scimulator/harness/live'
import { shippedPrograms } from '@scimulator/harness/programs'
import { generateCompany } from '@scimulator/shared/people/generate'
import { expect } from 'vitest'
import { type OpenedForeignTarget, openForeignTarget } from '../src/cli/up/foreign-target.ts'
import { upPrograms } from '../src/cli/up/open-programs.ts'

export interface WatchedWorld {
  readonly world: OpenedWorld
  readonly target: OpenedForeignTarget
  act(name: string, input?: object): Promise<Readonly<Record<string, unknown>>>
  look(view: string, query?: object): Promise<readonly Readonly<Record<string, unknown>>[]>
  /** Ids of the findings that stand beside exchanges. */
  shown(): Promise<readonly string[]>
  close(): Promise<void>
}

/** With the token `secret` in SCIMULATOR_TEST_TOKEN. */
export async function watchedWorld(endpoint: { readonly url: string; readonly token: string }): Promise<WatchedWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'scimulator-watched-'))
  process.env.SCIMULATOR_TEST_TOKEN = endpoint.token
  const flags = { target: endpoint.url, tokenEnv: 'SCIMULATOR_TEST_TOKEN', ledger: folder }
  const target = await openForeignTarget(flags, false, folder)
  if (!target) throw new Error('nothing was opened')
  const fail = (reason: unknown): never => {
    throw reason
  }
  const world = await openLiveWorld({
    kinds: upPrograms(await shippedPrograms(), {
      data: undefined,
      receiverUrl: undefined,
      onStopped: fail,
      onFault: fail,
    }),
    start: undefined,
    epoch: 'watched',
    async fill(programs) {
      const company = generateCompany({ seed: 1, people: 6, groups: 2 })
      await programs.get('entra')?.control.verbs.get('load-company')?.run({ company })
      await programs.get('jumpcloud')?.control.verbs.get('load-company')?.run({ company, usernames: 'email' })
    },
    onFault: fail,
    target,
  })
  const controlOf = (program: string) => (program === 'world' ? world.control : world.now().program(program)?.control)
  const look: WatchedWorld['look'] = async (name, query = {}) => {
    const [program = '', view = ''] = name.split('.')
    return ((await controlOf(program)?.views.get(view)?.read(query)) ?? []).map(({ key, value }) => ({ key, ...value }))
  }
  return {
    world,
    target,
    look,
    async act(name, input = {}) {
      const [program = '', verb = ''] = name.split('.')
      const found = controlOf(program)?.verbs.get(verb)
      if (!found) throw new Error(`There is no ${name}`)
      return Object(await found.run(input))
    },
    async shown() {
      const heads = await look('world.traffic')
      return [...new Set(heads.flatMap(({ findings }) => findings as readonly { id: string }[]).map(({ id }) => id))]
    },
    async close() {
      await target.leave()
      await world.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** In the older dialect, with operations in capitals and booleans as texts. */
export async function entraLegacyWeek(watched: WatchedWorld): Promise<void> {
  await watched.act('world.set-up', { provider: 'entra' })
  const { url: tenantUrl, token: secretToken } = watched.target
  await watched.act('entra.set-credentials', { tenantUrl, secretToken })
  await weekOf(watched)
}

/** As Entra ID: set up, a joiner, a mover, a leaver who comes back, somebody who is deleted. */
export async function entraWeek(watched: WatchedWorld): Promise<void> {
  await watched.act('world.set-up', { provider: 'entra' })
  await weekOf(watched)
}

async function weekOf({ act, look }: WatchedWorld): Promise<void> {
  const [first, second] = await look('entra.users')
  const [one, other] = (await look('entra.groups')).map(({ key }) => String(key))
  const [stays, leaves] = [String(first?.key), String(second?.key)]
  await act('entra.create-user', {
    userPrincipalName: 'joiner@contoso.example',
    displayName: 'Jo Iner',
    set: { givenName: 'Jo', surname: 'Iner', mail: 'joiner@contoso.example', jobTitle: 'Cook', department: 'Sales' },
  })
  for (const group of [one, other]) await act('entra.add-member', { group, user: 'joiner@contoso.example' })
  await act('entra.run-cycle')
  await act('entra.update-user', { user: stays, set: { department: 'Elsewhere', jobTitle: 'Head of it' } })
  await act('entra.update-user', { user: leaves, set: { jobTitle: 'Baker' } })
  await act('entra.remove-member', { group: one, user: 'joiner@contoso.example' })
  await act('entra.run-cycle')
  await act('entra.block-user', { user: leaves })
  await act('entra.delete-user', { user: stays })
  await act('entra.run-cycle')
  await act('entra.unblock-user', { user: leaves })
  await act('entra.restore-user', { user: stays })
  await act('entra.run-cycle')
  await act('entra.delete-user', { user: 'joiner@contoso.example' })
  await act('entra.purge-user', { user: 'joiner@contoso.example' })
  await act('entra.run-cycle')
}

/** As JumpCloud, which sends each change at once: the same. */
export async function jumpCloudWeek(watched: WatchedWorld): Promise<void> {
  const { act, look } = watched
  await act('world.set-up', { provider: 'jumpcloud' })
  await quiet(watched)
  const [first, second] = await look('jumpcloud.users')
  const [group] = (await look('jumpcloud.groups')).map(({ key }) => String(key))
  const [stays, leaves] = [String(first?.key), String(second?.key)]
  const joiner = { username: 'joiner@contoso.example', email: 'joiner@contoso.example' }
  await act('jumpcloud.create-user', { ...joiner, firstname: 'Jo', lastname: 'Iner', state: 'ACTIVATED' })
  await act('jumpcloud.add-member', { group, user: joiner.username })
  await quiet(watched)
  await act('jumpcloud.update-user', { user: stays, set: { department: 'Elsewhere', jobTitle: 'Head of it' } })
  await act('jumpcloud.remove-member', { group, user: joiner.username })
  await quiet(watched)
  await act('jumpcloud.suspend-user', { user: leaves })
  await quiet(watched)
  await act('jumpcloud.activate-user', { user: leaves })
  await quiet(watched)
}

/** Until nothing has been sent for a while. */
async function quiet({ look }: WatchedWorld): Promise<void> {
  let last = -1
  await expect
    .poll(
      async () => {
        const before = last
        last = (await look('world.traffic')).length
        return last > 0 && last === before
      },
      { interval: 600, timeout: 20_000 },
    )
    .toBe(true)
}
