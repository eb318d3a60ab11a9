import { expect, test } from 'vitest'
import { z } from 'zod'
import { groupedVerbs, releasedVerb, releasedView } from './assemble.ts'
import { defineVerb, defineView } from './control.ts'

const verb = (name: string) => (said: string[]) =>
  defineVerb({ name, describes: 'Says it', input: z.strictObject({}), run: () => said.push(name) })

test('verbs stand under their group, in order', () => {
  const verbs = groupedVerbs([], { Users: [verb('create'), verb('delete')], Groups: [verb('rename')] })
  expect(verbs.map(({ name, make }) => [name, make().group])).toEqual([
    ['create', 'Users'],
    ['delete', 'Users'],
    ['rename', 'Groups'],
  ])
})

test('an answer waits until what it saw is durable', async () => {
  const said: string[] = []
  let write: () => void = () => {}
  const durable = () => new Promise<void>((resolve) => (write = resolve)).then(() => void said.push('durable'))
  const answer = releasedVerb(verb('create')(said), durable)
    .run({})
    .then(() => said.push('answered'))
  await expect.poll(() => said).toEqual(['create'])
  write()
  await answer
  expect(said).toEqual(['create', 'durable', 'answered'])
})

test('nothing is answered when it cannot be written any more', async () => {
  const view = defineView({
    name: 'users',
    describes: 'Everybody',
    query: z.looseObject({}),
    item: z.object({}),
    read: () => [{ key: 'ana', value: {} }],
  })
  const stopped = () => Promise.reject(new Error('the disk is full'))
  await expect(releasedView(view, stopped).read({})).rejects.toThrow('the disk is full')
  await expect(releasedVerb(verb('create')([]), stopped).run({})).rejects.toThrow('the disk is full')
})
