import { expect, test } from 'vitest'
import type { StoryRecording } from '../live/story-recording.ts'
import { renamePeople } from './rename-people.ts'

const BODY = JSON.stringify({
  userName: 'bo.li@contoso.example',
  displayName: 'Bo Li',
  name: { givenName: 'Bo', familyName: 'Li' },
  phoneNumbers: [{ value: '+44 20 7946 0104' }],
})

const RECORDING = {
  version: 1,
  story: { id: 's', title: 'Bo Li leaves', text: '', source: '' },
  company: 'Contoso',
  outcome: 'passed',
  steps: [
    {
      says: 'Bobby stays.',
      views: { 'lark.members': { set: { 'bo.li@contoso.example': { name: 'Bo Li' } }, gone: [] } },
    },
  ],
  wire: [
    {
      path: '/Users?filter=userName+eq+%22bo.li%40contoso.example%22',
      name: 'Bo Li',
      request: { headers: [], body: BODY },
      effects: [{ name: `${'0'.repeat(32)}bo.li@contoso.example`, object: 'member' }],
    },
  ],
} as unknown as StoryRecording

test('nobody of before is in it, and everything else is', () => {
  const renamed = renamePeople(RECORDING)
  const text = JSON.stringify(renamed)
  expect(text).not.toMatch(/Bo Li|bo\.li|"Bo\\?"|"Li\\?"|7946/)
  expect(text).toContain('Bobby stays.')
  expect(renamed.company).toBe('Contoso')
  expect(renamed.steps[0]?.views['lark.members']?.set).toHaveProperty(['person1@contoso.example'])
  expect(JSON.parse(renamed.wire[0]?.request?.body ?? '')).toMatchObject({ userName: 'person1@contoso.example' })
})

test('one person has one new name in all places', () => {
  const { wire, steps, story } = renamePeople(RECORDING)
  const name = wire[0]?.name ?? ''
  expect(story.title).toBe(`${name} leaves`)
  expect(Object.values(steps[0]?.views['lark.members']?.set ?? {})).toEqual([{ name }])
})
