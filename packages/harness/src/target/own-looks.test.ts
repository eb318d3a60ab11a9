import { expect, test } from 'vitest'
import { createOwnLooks } from './own-looks.ts'
import { UnreadableTarget } from './scim-reading.ts'

function looking() {
  let now = 0
  let asked = 0
  let answer: () => { id: string; at: number }[] = () => [{ id: '1', at: asked }]
  const looks = createOwnLooks(
    async () => {
      asked += 1
      return answer()
    },
    () => now,
  )
  return {
    looks,
    count: () => asked,
    pass: (ms: number) => {
      now += ms
    },
    answering: (say: typeof answer) => {
      answer = say
    },
  }
}

const one = { kind: 'Users', id: '1' } as const

test('those who ask together, and one after the other, are served by one look', async () => {
  const { looks, count } = looking()
  await Promise.all([looks.read('Users'), looks.read('Users')])
  await looks.read('Users')
  expect(count()).toBe(1)
  await looks.read('Groups')
  expect(count()).toBe(2)
})

test('what was seen is read anew once it is forgotten', async () => {
  const { looks, count } = looking()
  await looks.read('Users')
  expect(looks.seen(one)).toEqual({ id: '1', at: 1 })
  looks.forget()
  expect(looks.seen(one)).toBeUndefined()
  await looks.read('Users')
  expect(count()).toBe(2)
})

test('an old look proves nothing', async () => {
  const { looks, pass } = looking()
  await looks.read('Users')
  pass(5_000)
  expect(looks.seen(one)).toBeUndefined()
})

test('a look that failed is not remembered', async () => {
  const { looks, answering } = looking()
  answering(() => {
    throw new UnreadableTarget('no')
  })
  await expect(looks.read('Users')).rejects.toThrow('no')
  answering(() => [{ id: '1', at: 2 }])
  expect(await looks.read('Users')).toEqual([{ id: '1', at: 2 }])
})
