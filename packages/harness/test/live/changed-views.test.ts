// A page reads again only the views that an event names: no view may come to show something else without being named.
import type { Control } from '@scimulator/shared/behaviour'
import { VerbError } from '@scimulator/shared/behaviour'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Opened, openedWorld } from './opened.ts'

let opened: Opened
const told: { readonly program: string; readonly views?: readonly string[] }[] = []

beforeAll(async () => {
  opened = await openedWorld()
  opened.world.hub.subscribe(({ topic, data }) => topic === 'changed' && told.push(Object(data)))
})
afterAll(() => opened.close())

async function shown(control: Control): Promise<ReadonlyMap<string, string>> {
  const all = new Map<string, string>()
  for (const [name, view] of control.views) {
    const items = await view.read({}).catch((error: unknown) => {
      if (error instanceof VerbError) return []
      throw error
    })
    all.set(name, JSON.stringify(items))
  }
  return all
}

async function everything(): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
  const all = new Map<string, ReadonlyMap<string, string>>()
  for (const [name, { control }] of opened.world.now().programs) all.set(name, await shown(control))
  return all
}

const isTold = (program: string, view: string): boolean =>
  told.some((one) => one.program === program && (one.views === undefined || one.views.includes(view)))

const user = async (program: string): Promise<string> =>
  (await opened.look(`${program}.users`, program === 'entra' ? '?deleted=no&limit=1' : '?limit=1')).items[0]?.key ?? ''
const ACTS: readonly (readonly [string, () => object | Promise<object>])[] = [
  ['world.set-up', () => ({ provider: 'entra' })],
  ['world.set-up', () => ({ provider: 'jumpcloud' })],
  ['world.advance', () => ({ by: '40m' })],
  ['entra.create-group', () => ({ name: 'Night shift' })],
  ['entra.add-member', async () => ({ group: 'Night shift', user: await user('entra') })],
  ['entra.assign', () => ({ group: 'Night shift' })],
  ['entra.update-user', async () => ({ user: await user('entra'), set: { department: 'Night' } })],
  ['entra.provision-on-demand', async () => ({ user: await user('entra') })],
  ['entra.set-settings', () => ({ scope: 'Sync all users and groups' })],
  ['world.advance', () => ({ by: '40m' })],
  ['entra.delete-user', async () => ({ user: await user('entra') })],
  ['world.advance', () => ({ by: '40m' })],
  ['entra.rename-group', () => ({ group: 'Night shift', name: 'Late shift' })],
  ['entra.stop', () => ({})],
  ['entra.delete-app', () => ({ app: 'Lark' })],
  ['jumpcloud.update-user', async () => ({ user: await user('jumpcloud'), set: { department: 'Night' } })],
  ['jumpcloud.create-group', () => ({ name: 'Late' })],
  ['world.advance', () => ({ by: '10m' })],
  ['jumpcloud.delete-user', async () => ({ user: await user('jumpcloud') })],
  ['world.advance', () => ({ by: '10m' })],
  ['world.set-up', () => ({ provider: 'okta' })],
  ['okta.update-user', async () => ({ user: await user('okta'), set: { department: 'Night' } })],
  ['okta.create-group', () => ({ name: 'Late' })],
  ['okta.push-group', () => ({ group: 'Late' })],
  ['okta.deactivate-user', async () => ({ user: await user('okta') })],
  ['lark.add-member', () => ({ name: 'By hand', email: 'hand@contoso.example', department: 'Hands' })],
]

/** They count back from the present, and change when nothing but the clock moves, which is told by itself. */
const OF_THE_CLOCK: ReadonlySet<string> = new Set(['insights-counts'])

test('whatever an act changes in a view, the view is named', async () => {
  let before = await everything()
  const silent: string[] = []
  const named = new Set<string>()
  for (const [verb, input] of ACTS) {
    told.length = 0
    const { status, body } = await opened.act(verb, await input())
    expect([verb, status, body.error]).toEqual([verb, 200, undefined])
    const after = await everything()
    for (const [program, views] of after)
      for (const [view, text] of views) {
        if (isTold(program, view)) named.add(`${program}.${view}`)
        else if (!OF_THE_CLOCK.has(view) && text !== before.get(program)?.get(view))
          silent.push(`${verb}: ${program}.${view}`)
      }
    before = after
  }
  expect(silent).toEqual([])
  expect(named.size).toBeGreaterThan(30)
})

test('an act in one place does not make the others old', async () => {
  opened.world.noteChanges()
  told.length = 0
  await opened.act('entra.update-user', { user: await user('entra'), set: { jobTitle: 'Clerk' } })
  const views = told.find(({ program }) => program === 'entra')?.views ?? []
  expect(views).toContain('users')
  for (const other of ['mails', 'audit-logs', 'functions', 'object-mappings']) expect(views).not.toContain(other)
  expect(told.map(({ program }) => program)).not.toContain('receiver')
})

test('each view says over HTTP what it watches', async () => {
  const views: unknown = await (await fetch(`${opened.url}/_scimulator/entra/views?schema=1`)).json()
  const watches = ['user', 'assignment', 'membership', 'group']
  expect(views).toEqual(expect.arrayContaining([expect.objectContaining({ name: 'users', watches })]))
})
