// Whatever administrators do, and whatever goes wrong on the way: once faults stop and cycles settle, the target has what the
// present state of the source asks for, nobody twice, and every link points at a resource.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CYCLE, contoso, type Fixture } from './tenant-fixture.ts'

const USERS = ['ana', 'bo', 'cy', 'di', 'eve']
const GROUPS = ['Sales', 'Staff']

type Act =
  | {
      readonly kind: 'block' | 'unblock' | 'delete' | 'restore' | 'assign' | 'unassign' | 'rename'
      readonly user: string
    }
  | { readonly kind: 'join' | 'leave'; readonly user: string; readonly group: string }
  | { readonly kind: 'assignGroup' | 'unassignGroup'; readonly group: string }
  | { readonly kind: 'cycle' | 'restart' | 'faults' | 'onDemand'; readonly user: string }

const user = fc.constantFrom(...USERS)
const group = fc.constantFrom(...GROUPS)
const userKind = fc.constantFrom('block', 'unblock', 'delete', 'restore', 'assign', 'unassign', 'rename')
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ kind: userKind, user }) as fc.Arbitrary<Act>,
  fc.record({ kind: fc.constantFrom('join', 'leave'), user, group }) as fc.Arbitrary<Act>,
  fc.record({ kind: fc.constantFrom('assignGroup', 'unassignGroup'), group }) as fc.Arbitrary<Act>,
  fc.record({ kind: fc.constantFrom('cycle', 'restart', 'faults', 'onDemand'), user }) as fc.Arbitrary<Act>,
)

/** Does the act; one that is impossible at this moment is refused by the tenant and counts as not done. */
async function perform(fixture: Fixture, act: Act): Promise<void> {
  const attempt = (verb: string, input: object) => fixture.do(verb, input).catch(() => undefined)
  switch (act.kind) {
    case 'block':
      return void (await attempt('block-user', { user: act.user }))
    case 'unblock':
      return void (await attempt('unblock-user', { user: act.user }))
    case 'delete':
      return void (await attempt('delete-user', { user: act.user }))
    case 'restore':
      return void (await attempt('restore-user', { user: act.user }))
    case 'assign':
      return void (await attempt('assign', { user: act.user }))
    case 'unassign':
      return void (await attempt('unassign', { user: act.user }))
    case 'rename':
      return void (await attempt('update-user', {
        user: act.user,
        set: { displayName: `${act.user} ${fixture.schedule.now()}` },
      }))
    case 'join':
      return void (await attempt('add-member', { group: act.group, user: act.user }))
    case 'leave':
      return void (await attempt('remove-member', { group: act.group, user: act.user }))
    case 'assignGroup':
      return void (await attempt('assign', { group: act.group }))
    case 'unassignGroup':
      return void (await attempt('unassign', { group: act.group }))
    case 'onDemand':
      return void (await attempt('provision-on-demand', { user: act.user }))
    case 'restart':
      return void (await attempt('restart', {}))
    case 'cycle':
      return fixture.advance(CYCLE)
    case 'faults': {
      let left = 3
      fixture.responder.faults.push(({ method }) => {
        if (method === 'GET' || left === 0) return undefined
        left -= 1
        return { status: 503 }
      })
    }
  }
}

/** Slow and simple: who should be active in the target, from the present state of the source. */
async function expectedActive(fixture: Fixture): Promise<string[]> {
  const users = await fixture.view('users')
  const groups = await fixture.view('groups')
  const assigned = Object.values(await fixture.view('assignments')).map(({ principal }) => String(principal))
  const entitled = new Set(assigned.flatMap((name) => (groups[name] ? (groups[name].members as string[]) : [name])))
  return Object.entries(users)
    .filter(([name, { accountEnabled, deletedDateTime }]) => accountEnabled && !deletedDateTime && entitled.has(name))
    .map(([name]) => name)
    .sort()
}

test('the end state follows the source, whatever happened', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyAct, { maxLength: 30 }), fc.boolean(), async (acts, hasFlag) => {
      const fixture = await contoso({ preset: 'lark', suffix: hasFlag ? '?aadOptscim062020' : '' })
      await fixture.do('start')
      for (const act of acts) await perform(fixture, act)
      fixture.responder.faults.length = 0
      await fixture.advance(2 * 24 * 3_600_000)
      const resources = [...fixture.responder.users.values()]
      const active = resources.filter((one) => one.active === true).map(({ userName }) => String(userName))
      expect(active.sort()).toEqual(await expectedActive(fixture))
      expect(new Set(resources.map(({ externalId }) => externalId)).size).toBe(resources.length)
      for (const { targetId, objectType } of Object.values(await fixture.view('links'))) {
        const found = objectType === 'User' ? fixture.responder.users : fixture.responder.groups
        expect(found.has(String(targetId))).toBe(true)
      }
      expect(await fixture.view('escrows')).toEqual({})
      await fixture.tenant.close()
    }),
    { numRuns: 40 },
  )
}, 120_000)
