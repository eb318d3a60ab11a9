import { createRealSchedule, type Schedule } from '@scimulator/shared/runtime'
import { describe, expect, test } from 'vitest'
import { DEVIATIONS, DeviationName } from '../../src/deviations/deviations.ts'
import { slow } from '../../src/deviations/slow.ts'
import { company, identityProvider, user } from '../lark/company.ts'
import { membersOf, patchGroup, type Sight, worldOf } from './deviating-world.ts'
import { ONLY_IN_ANSWERS, SIGHTS_OF_ANSWERS } from './sights-of-answers.ts'
import { SIGHTS_OF_GROUPS } from './sights-of-groups.ts'
import { SIGHTS_OF_PEOPLE } from './sights-of-people.ts'

const TABLES = [SIGHTS_OF_ANSWERS, SIGHTS_OF_GROUPS, SIGHTS_OF_PEOPLE]
const sights: Readonly<Record<DeviationName, Sight>> = {
  ...SIGHTS_OF_ANSWERS,
  ...SIGHTS_OF_GROUPS,
  ...SIGHTS_OF_PEOPLE,
}

describe('each deviation does what it says, and only when it is on', () => {
  test.each(DeviationName.options)('%s', async (name) => {
    const [right, wrong, look, profile] = sights[name]
    expect(await look(await worldOf([], profile))).toEqual(right)
    expect(await look(await worldOf([name], profile))).toEqual(wrong)
  })
})

test('each is looked for in one table', () => {
  expect(TABLES.flatMap(Object.keys).sort()).toEqual([...DeviationName.options].sort())
})

test('integer ids can be used in paths, filters and members as they were given', async () => {
  const world = await worldOf(['integer-ids'])
  const [first] = await world.idp.find('userName eq "ana@contoso.example"')
  expect(first?.id).toBe(1)
  expect((await world.idp.send('get', '/Users/1')).body.userName).toBe('ana@contoso.example')
  await patchGroup(world, { op: 'remove', path: 'members', value: [{ value: '1' }] })
  expect(await membersOf(world)).toEqual(['bo@contoso.example'])
})

describe('a deviation that waits takes its pause', () => {
  const timing = async (choice: unknown) => {
    const world = await worldOf([])
    await world.act('set-deviations', { deviations: [choice] })
    return (await world.idp.send('get', '/Users')).headers['server-timing']
  }

  test.each(['slow=2s', 'slow: 2s', { slow: '2s' }, { name: 'slow', ms: 2_000 }])('%j', async (choice) => {
    expect(await timing(choice)).toBe('slow;dur=2000')
  })

  test('and waits for it where time is real', async () => {
    const waits: number[] = []
    const real = createRealSchedule(() => {})
    const schedule: Schedule = {
      ...real,
      now: () => 5_000,
      at(due, actor, run) {
        waits.push(due)
        void run()
        return { due, actor, cancel() {} }
      },
    }
    const ok = { status: 200, headers: {}, body: '' }
    const request = { method: 'GET', target: '/', rawHeaders: [], body: new Uint8Array(), baseUrl: 'http://a' }
    const answer = await slow.create({ schedule, pauseMs: 2_000 })(async () => ok)(request)
    expect([waits, answer.status]).toEqual([[7_000], 200])
  })

  test('its own without one', async () => {
    expect(await timing({ name: 'slow' })).toBe('slow;dur=30000')
  })

  test('what is on is told in the form that may be written again', async () => {
    const world = await worldOf([])
    const answer = await world.act('set-deviations', { deviations: ['slow=2s', 'integer-ids', 'slow=1m'] })
    expect(answer).toEqual({ deviations: [{ name: 'slow', ms: 60_000 }, 'integer-ids'] })
  })

  test.each([
    'slow=',
    'slow=soon',
    'integer-ids=2s',
    { slow: 2 },
    { slow: '2s', other: '1s' },
    { name: 'slow', ms: -1 },
  ])('%j is refused', async (choice) => {
    await expect(timing(choice)).rejects.toThrow(
      /is not a deviation\. Did you mean|Known: no-soft-delete|Unrecognized key|>=0|expected string|A pause is written/,
    )
  })
})

test('deviations say once and completely what they are', () => {
  expect(new Set(DeviationName.options).size).toBe(DEVIATIONS.length)
  for (const { name, describes, pain, source, hurts, consequences } of DEVIATIONS) {
    expect({ name, isSentence: [describes, pain].every((text) => /^[A-Z].*\.$/.test(text)) }).toEqual({
      name,
      isSentence: true,
    })
    expect({ name, source: source !== '', hurts: new Set(hurts).size }).toEqual({
      name,
      source: true,
      hurts: hurts.length,
    })
    expect(hurts.length, name).toBeGreaterThan(0)
    expect(consequences, name).not.toContain(name)
  }
})

test('end states show all but those of decisions 7 and 11', () => {
  expect(DEVIATIONS.filter(({ seenBy }) => seenBy === 'protocol').map(({ name }) => name)).toEqual(ONLY_IN_ANSWERS)
})

test('deviations of the options are on from the start, and again after a reset', async () => {
  const { receiver, act, source } = company({ deviations: ['discovery-missing'] })
  const status = async () => (await (await source()).send('get', '/Schemas')).status
  expect(await status()).toBe(404)
  await act('set-deviations', { deviations: [] })
  expect(await status()).toBe(200)
  receiver.reset()
  expect(await status()).toBe(404)
})

test('what a deviation remembers is forgotten by a reset', async () => {
  const world = company({ profile: 'rfc', sources: [{ token: 'secret' }], deviations: ['deleted-name-taken'] })
  const idp = identityProvider(world.receiver, 'rfc', 'http://lark.example/scim/v2', 'secret')
  const create = () => idp.create(user('ana@contoso.example'))
  await idp.send('delete', `/Users/${(await create()).body.id}`)
  expect((await create()).status).toBe(409)
  world.receiver.reset()
  expect((await create()).status).toBe(201)
})

test('a deviation that does not exist is refused with the names that do', () => {
  const options = { deviations: ['typo' as DeviationName] } // What a caller without types can write.
  expect(() => company(options)).toThrow('filter-answers-404')
})

test('a removal whose path names the member is understood even by a receiver that empties the group', async () => {
  const world = await worldOf(['member-remove-empties-group'])
  await patchGroup(world, { op: 'remove', path: `members[value eq "${world.ana}"]` })
  expect(await membersOf(world)).toEqual(['bo@contoso.example'])
})
