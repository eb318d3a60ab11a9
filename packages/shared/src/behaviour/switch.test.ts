import { describe, expect, test } from 'vitest'
import { defineSwitch, type Grade, resolveSwitches, wireSwitches } from './switch.ts'

const definitions = {
  memberRefNull: defineSwitch({
    id: 'memberRefNull',
    values: [false, true],
    default: false,
    grade: 'observed',
    source: 'a capture',
    describes: 'Whether members carry $ref: null.',
  }),
  parallelism: defineSwitch({
    id: 'parallelism',
    values: { min: 1, max: 64 },
    default: 1,
    grade: 'inferred',
    source: 'none',
    describes: 'Requests under way at once.',
  }),
}

test('without overrides every switch has its default', () => {
  expect(resolveSwitches(definitions)).toEqual({ memberRefNull: false, parallelism: 1 })
})

test('an override takes the place of the default', () => {
  expect(resolveSwitches(definitions, { memberRefNull: true, parallelism: 8 })).toEqual({
    memberRefNull: true,
    parallelism: 8,
  })
})

test.each([
  [{ memberRefNul: true }, 'There is no switch "memberRefNul". Known switches: memberRefNull, parallelism.'],
  [{ memberRefNull: 'yes' }, 'Switch "memberRefNull" cannot be "yes". Allowed: false, true.'],
  [{ parallelism: 65 }, 'Switch "parallelism" cannot be 65. Allowed: 1 to 64.'],
  [{ constructor: 1 }, 'There is no switch "constructor".'],
])('%j is refused with a message that names the way out', (overrides, message) => {
  expect(() => resolveSwitches(definitions, overrides)).toThrow(message)
})

describe('switches that bear on the wire', () => {
  test('are listed with the values to try, the default first; those that stay inside are not', () => {
    const membersPerPatch = defineSwitch({
      id: 'membersPerPatch',
      values: { min: 1, max: 10_000 },
      default: 100,
      onWire: [1, 100],
      grade: 'inferred',
      source: 'none',
      describes: 'How many members one PATCH adds.',
    })
    const listed = wireSwitches({ ...definitions, membersPerPatch })
    expect(listed.map(({ id, values }) => [id, values])).toEqual([['membersPerPatch', [100, 1]]])
  })

  test.each<[Grade, boolean]>([
    ['documented', true],
    ['observed', true],
    ['decided', true],
    ['observed once', false],
    ['inferred', false],
  ])('one that is %s decides a verdict alone: %s', (grade, decidesAlone) => {
    const one = defineSwitch({
      id: 'one',
      values: [true, false],
      default: true,
      onWire: [true, false],
      grade,
      source: '',
      describes: '',
    })
    expect(wireSwitches({ one })).toMatchObject([{ grade, decidesAlone }])
  })
})
