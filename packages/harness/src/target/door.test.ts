import { expect, test } from 'vitest'
import { createDoor } from './door.ts'

/** Work that ends when it is told to. */
function work() {
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  const begin = (name: string) => () =>
    new Promise<string>((resolve) => {
      begun.push(name)
      ends.set(name, () => resolve(name))
    })
  const end = async (name: string) => {
    ends.get(name)?.()
    await new Promise((resolve) => setTimeout(resolve))
  }
  return { begun, begin, end }
}

test('as many at once as may be; the others in the order in which they came', async () => {
  const { begun, begin, end } = work()
  const door = createDoor(() => 2)
  const all = ['a', 'b', 'c', 'd'].map((name) => door.through(begin(name)))
  expect(begun).toEqual(['a', 'b'])
  await end('b')
  expect(begun).toEqual(['a', 'b', 'c'])
  await end('a')
  expect(begun).toEqual(['a', 'b', 'c', 'd'])
  await end('c')
  await end('d')
  expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd'])
})

test('work that fails leaves its place to others', async () => {
  const door = createDoor(() => 1)
  await expect(door.through(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await door.through(async () => 'next')).toBe('next')
})
