import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { profiles, switches } from '../src/index.ts'
import { tellStory } from './story.ts'

const UPDATE = process.env.UPDATE_GOLDENS === '1'

describe('golden transcripts', () => {
  test.each(Object.keys(profiles) as (keyof typeof profiles)[])('%s', async (profile) => {
    const told = await tellStory({ profile })
    const file = new URL(`goldens/${profile}.txt`, import.meta.url)
    if (UPDATE || !existsSync(file)) writeFileSync(file, told)
    expect(told).toBe(readFileSync(file, 'utf8'))
  })

  test('are the same each time', async () => {
    expect(await tellStory({})).toBe(await tellStory({}))
  })
})

describe('each other value of a switch changes the transcript', () => {
  const others = Object.values(switches).flatMap(({ id, values, default: usual }) =>
    'min' in values
      ? [[id, id === 'pushConcurrency' ? 1 : Number(usual) > 1_000 ? 0 : Number(usual) + 2] as const]
      : values.filter((value) => value !== usual).map((value) => [id, value] as const),
  )

  test.each(others)('%s = %s', async (id, value) => {
    const usual = { latencyMs: 5_000 }
    expect(await tellStory({ switches: { ...usual, ...variant(id), [id]: value } })).not.toBe(
      await tellStory({ switches: { ...usual, ...variant(id) } }),
    )
  })

  /** The order of writes shows only where pushes are due at once; renaming has forms only where groups are patched. */
  function variant(id: string): Record<string, unknown> {
    return id === 'pushConcurrency' ? { latencyMs: 0 } : {}
  }
})

test('an unknown switch or value is refused with what is allowed', async () => {
  await expect(tellStory({ switches: { putbase: 'mapped' } })).rejects.toThrow('no switch "putbase"')
  await expect(tellStory({ switches: { putBase: 'x' } })).rejects.toThrow('Allowed: "fetched", "mapped"')
})
