import { defineSwitch } from '@scimulator/shared/behaviour'
import { describe, expect, test } from 'vitest'
import { readSwitches } from './read-switches.ts'

const about = { grade: 'inferred', source: 'none', describes: 'Something.' } as const
const definitions = {
  postActive: defineSwitch({ id: 'postActive', values: ['boolean', 'string'], default: 'boolean', ...about }),
  sendFlag: defineSwitch({ id: 'sendFlag', values: [false, true], default: false, ...about }),
  version: defineSwitch({ id: 'version', values: ['date', '5.0'], default: 'date', ...about }),
  parallelism: defineSwitch({ id: 'parallelism', values: { min: 1, max: 8 }, default: 1, ...about }),
}

describe('readSwitches', () => {
  test.each([
    [[], {}],
    [['postActive=string'], { postActive: 'string' }],
    [['sendFlag=true', 'parallelism=8'], { sendFlag: true, parallelism: 8 }],
    [['version=5.0'], { version: '5.0' }],
    [['parallelism=2', 'parallelism=3'], { parallelism: 3 }],
  ])('%j gives %j', (texts, expected) => {
    expect(readSwitches(definitions, texts)).toEqual(expected)
  })

  test.each([
    ['postActive', '--switch is "postActive"; give the name of a switch, "=" and its value'],
    ['=string', '--switch is "=string"; give the name of a switch, "=" and its value'],
    ['postActiv=string', 'There is no switch "postActiv". Did you mean "postActive"?'],
    ['constructor=1', 'There is no switch "constructor". Known: postActive, sendFlag, version, parallelism.'],
    ['postActive=text', 'Switch "postActive" cannot be "text". Allowed: boolean, string.'],
    ['sendFlag=1', 'Switch "sendFlag" cannot be "1". Allowed: false, true.'],
    ['parallelism=9', 'Switch "parallelism" cannot be "9". Allowed: 1 to 8.'],
    ['parallelism=', 'Switch "parallelism" cannot be "". Allowed: 1 to 8.'],
    ['parallelism=many', 'Switch "parallelism" cannot be "many". Allowed: 1 to 8.'],
  ])('%s is refused: %s', (text, message) => {
    expect(() => readSwitches(definitions, [text])).toThrow(message)
  })
})
