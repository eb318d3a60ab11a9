import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { createRoom, type Room, type RoomAnswer } from './room.ts'

/** A run that makes users and groups, and notes what it was told. */
function runIn(room: Room, accounts?: number) {
  const holds = { Users: 0, Groups: 0 }
  const told: RoomAnswer[] = []
  const holder = { count: (kind: 'Users' | 'Groups') => holds[kind] }
  const entered = room.enter(holder, accounts)
  return {
    told,
    entered,
    async make(kind: 'Users' | 'Groups' = 'Users') {
      const answer = await room.take(kind, holder)
      told.push(answer)
      if (answer !== 'free') return answer
      holds[kind] += 1
      room.release(kind, holder)
      return answer
    },
    end(kept = 0) {
      holds.Users = kept
      holds.Groups = 0
      room.leave(holder)
    },
  }
}

const settled = () => new Promise((resolve) => setTimeout(resolve))

test('a run by itself is told at once that it may hold no more', async () => {
  const run = runIn(createRoom({ Users: 2, Groups: 1 }))
  expect([await run.make(), await run.make(), await run.make(), await run.make('Groups')]).toEqual([
    'free',
    'free',
    'full',
    'free',
  ])
})

test('a run waits until another has ended', async () => {
  const room = createRoom({ Users: 2, Groups: 2 })
  const [one, other] = [runIn(room), runIn(room)]
  await one.make()
  await one.make()
  const made = other.make()
  await settled()
  expect(other.told).toEqual([])
  one.end()
  expect(await made).toBe('free')
})

test('who has waited longest comes first, and nobody goes past', async () => {
  const room = createRoom({ Users: 1, Groups: 1 })
  const [one, second, third] = [runIn(room), runIn(room), runIn(room)]
  await one.make()
  const waiting = [second.make(), third.make()]
  one.end()
  await waiting[0]
  expect([second.told, third.told]).toEqual([['free'], []])
  second.end()
  expect(await waiting[1]).toBe('free')
})

test('when all that hold something wait for one another, the youngest gives way', async () => {
  const room = createRoom({ Users: 3, Groups: 1 })
  const [older, younger] = [runIn(room), runIn(room)]
  await older.make()
  await older.make()
  await younger.make()
  const [waits, gives] = [older.make(), younger.make()]
  expect(await gives).toBe('crowded')
  younger.end()
  expect(await waits).toBe('free')
})

test('one waits for users and the other for groups', async () => {
  const room = createRoom({ Users: 1, Groups: 1 })
  const [older, younger] = [runIn(room), runIn(room)]
  await older.make('Users')
  await younger.make('Groups')
  const waits = older.make('Groups')
  expect(await younger.make('Users')).toBe('crowded')
  younger.end()
  expect(await waits).toBe('free')
})

test('what could not be deleted keeps its place', async () => {
  const room = createRoom({ Users: 2, Groups: 1 })
  const [one, other] = [runIn(room), runIn(room)]
  await one.make()
  await one.make()
  one.end(2)
  expect(await other.make()).toBe('full')
})

test('a run of many accounts has them kept, and others go on beside it', async () => {
  const room = createRoom({ Users: 10, Groups: 1 })
  const large = runIn(room, 8)
  await large.entered
  const small = runIn(room)
  expect([await small.make(), await small.make()]).toEqual(['free', 'free'])
  const third = small.make()
  for (let made = 0; made < 8; made += 1) expect(await large.make()).toBe('free')
  expect(small.told).toEqual(['free', 'free'])
  large.end()
  expect(await third).toBe('free')
})

test('it waits for its places, and those who begin after it wait behind it', async () => {
  const room = createRoom({ Users: 10, Groups: 1 })
  const small = runIn(room)
  for (let made = 0; made < 3; made += 1) await small.make()
  const large = runIn(room, 8)
  const later = runIn(room)
  const made = later.make()
  expect(await small.make()).toBe('free')
  await settled()
  expect(later.told).toEqual([])
  small.end()
  await large.entered
  expect(await made).toBe('free')
})

test('while a large one waits, small ones go past into the places that it leaves', async () => {
  const room = createRoom({ Users: 10, Groups: 1 })
  const [one, other] = [runIn(room, 6), runIn(room, 6)]
  await one.entered
  const small = runIn(room, 2)
  await small.entered
  expect([await small.make(), await small.make()]).toEqual(['free', 'free'])
  const third = runIn(room, 3)
  let hasEntered = false
  void third.entered.then(() => {
    hasEntered = true
  })
  await settled()
  // With it, the large one could not enter when the first has ended.
  expect(hasEntered).toBe(false)
  one.end()
  await other.entered
  small.end()
  await third.entered
  expect(await third.make()).toBe('free')
})

test('beside a large one, small ones begin only with all that they need', async () => {
  const room = createRoom({ Users: 8, Groups: 1 })
  const large = runIn(room, 4)
  await large.entered
  const [first, second] = [runIn(room, 2), runIn(room, 2)]
  await Promise.all([first.entered, second.entered])
  for (const run of [first, second, first, second]) expect(await run.make()).toBe('free')
})

test('two of them run one after the other, and what was left behind does not keep one out', async () => {
  const room = createRoom({ Users: 10, Groups: 1 })
  const [one, other] = [runIn(room, 10), runIn(room, 10)]
  await one.entered
  for (let made = 0; made < 10; made += 1) expect(await one.make()).toBe('free')
  one.end(4)
  await other.entered
  for (let made = 0; made < 6; made += 1) expect(await other.make()).toBe('free')
  expect(await other.make()).toBe('full')
})

vi.setConfig({ testTimeout: 10_000 })

test('however many run together, there are never more than may be, and each ends', async () => {
  const wants = fc.array(fc.array(fc.constantFrom('Users' as const, 'Groups' as const), { maxLength: 6 }), {
    minLength: 1,
    maxLength: 8,
  })
  await fc.assert(
    fc.asyncProperty(
      wants,
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 1, max: 3 }),
      fc.boolean(),
      async (...given) => {
        const [all, Users, Groups, areKnown] = given
        const room = createRoom({ Users, Groups })
        const there = { Users: 0, Groups: 0 }
        await Promise.all(
          all.map(async (kinds) => {
            const run = runIn(room, areKnown ? kinds.filter((kind) => kind === 'Users').length : undefined)
            await run.entered
            const made: ('Users' | 'Groups')[] = []
            for (const kind of kinds) {
              if ((await run.make(kind)) !== 'free') break
              made.push(kind)
              there[kind] += 1
              expect(there.Users).toBeLessThanOrEqual(Users)
              expect(there.Groups).toBeLessThanOrEqual(Groups)
              await Promise.resolve()
            }
            for (const kind of made) there[kind] -= 1
            run.end()
          }),
        )
        expect(there).toEqual({ Users: 0, Groups: 0 })
      },
    ),
  )
})
