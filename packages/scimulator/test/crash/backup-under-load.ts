/** `data backup` while three programs write: what was acknowledged before is in it, and what a sender knows of the receiver, it has. */

import { join } from 'node:path'
import { urns } from '@scimulator/shared/scim'
import { type Program, runCommand, startProgram } from './program.ts'

const AUTHORISED = { authorization: 'Bearer secret', 'content-type': 'application/scim+json' }
const NAMES = ['receiver', 'entra', 'jumpcloud'] as const

interface Acknowledged {
  readonly receiver: string[]
  readonly entra: string[]
  readonly jumpcloud: string[]
}

/** @returns what is wrong, in words */
export async function backupUnderLoad(command: string, home: string): Promise<readonly string[]> {
  const [world, backup, restored] = ['world', 'backup', 'restored'].map((name) => join(home, name))
  if (world === undefined || backup === undefined || restored === undefined) throw new Error('Three folders')
  const running = await startAll(command, world)
  await prepare(running)
  const told: Acknowledged = { receiver: [], entra: [], jumpcloud: [] }
  const load = startLoad(running, told)
  await load.gotTo(15)
  const before = { receiver: [...told.receiver], entra: [...told.entra], jumpcloud: [...told.jumpcloud] }
  const made = await runCommand(command, ['data', 'backup', world, backup])
  const onto = await runCommand(command, ['data', 'restore', backup, world, '--replace'])
  await load.stop()
  for (const program of Object.values(running)) await program.kill()
  const again = await runCommand(command, ['data', 'restore', backup, restored])
  const doctor = await runCommand(command, ['doctor', restored])
  const commands = [
    ...(made.code === 0 && made.err === '' ? [] : [`backup: ${made.code} ${made.err}`]),
    ...(onto.code === 2 && /is in use by process \d+/.test(onto.err) ? [] : [`restore, in use: ${onto.err}`]),
    ...(again.code === 0 ? [] : [`restore: ${again.code} ${again.err}`]),
    ...(doctor.code === 0 && !doctor.out.includes('note:')
      ? []
      : [`doctor: ${doctor.code} ${doctor.out}${doctor.err}`]),
  ]
  return [...commands, ...(await missing(command, restored, before))]
}

type Running = Readonly<Record<(typeof NAMES)[number], Program>>

async function startAll(command: string, world: string): Promise<Running> {
  const up = (name: string, ...more: string[]) =>
    startProgram(command, [name, 'up', '--port', '0', '--data', join(world, name), ...more])
  return {
    receiver: await up('receiver', '--profile', 'rfc', '--token', 'secret'),
    entra: await up('entra', '--clock', 'virtual'),
    jumpcloud: await up('jumpcloud', '--clock', 'virtual'),
  }
}

async function prepare({ receiver, entra }: Running): Promise<void> {
  const url = `${receiver.url}/scim/v2`
  await entra.verb('create-app', { name: 'App' })
  await entra.verb('set-credentials', { tenantUrl: url, secretToken: 'secret' })
  await entra.verb('set-settings', { scope: 'Sync all users and groups' })
  await entra.verb('start')
}

function startLoad({ receiver, entra, jumpcloud }: Running, told: Acknowledged) {
  let isGoingOn = true
  const acts: readonly ((n: number) => Promise<unknown>)[] = [
    async (n) => {
      const userName = `r${n}@contoso.example`
      const user = { schemas: [urns.user], userName }
      const { status } = await receiver.ask('/scim/v2/Users', 'POST', user, AUTHORISED)
      if (status === 201) told.receiver.push(userName)
    },
    async (n) => {
      const userPrincipalName = `e${n}@contoso.example`
      await entra.verb('create-user', { userPrincipalName, displayName: `e${n}`, set: { mailNickname: `e${n}` } })
      told.entra.push(userPrincipalName)
    },
    () => entra.verb('run-cycle'),
    async (n) => {
      await jumpcloud.verb('create-user', { username: `j${n}`, email: `j${n}@contoso.example` })
      told.jumpcloud.push(`j${n}@contoso.example`)
    },
  ]
  const loops = acts.map(async (act) => {
    for (let n = 0; isGoingOn; n += 1) await act(n)
  })
  return {
    async gotTo(count: number) {
      while (Math.min(told.receiver.length, told.entra.length, told.jumpcloud.length) < count)
        await Promise.race([...loops, new Promise((resolve) => setTimeout(resolve, 20))])
    },
    async stop() {
      isGoingOn = false
      await Promise.all(loops)
    },
  }
}

async function missing(command: string, folder: string, before: Acknowledged): Promise<readonly string[]> {
  const { receiver, entra, jumpcloud } = await startAll(command, folder)
  const { body } = await receiver.ask('/scim/v2/Users?count=1000', 'GET', undefined, AUTHORISED)
  const users = (body as { Resources?: readonly { id: string; userName: string }[] }).Resources ?? []
  const there = {
    receiver: users.map(({ userName }) => userName),
    entra: (await entra.view('users')).map(({ value }) => String(value.userPrincipalName)),
    jumpcloud: (await jumpcloud.view('users')).map(({ value }) => String(value.email)),
  }
  const ids = new Set(users.map(({ id }) => id))
  const links = await entra.view('links')
  for (const program of [receiver, entra, jumpcloud]) await program.stop()
  return [
    ...NAMES.flatMap((name) =>
      before[name].filter((one) => !there[name].includes(one)).map((one) => `${name} lacks ${one}`),
    ),
    ...links.filter(({ value }) => !ids.has(String(value.targetId))).map(({ key }) => `${key} is linked in vain`),
    ...(links.length === 0 ? ['nobody was linked before the backup: it came too early'] : []),
  ]
}
