// Which switches a verdict about an endpoint has to try, and which stay inside the simulator.
import { describe, expect, test } from 'vitest'
import { ENTRA_PROFILES, ENTRA_SWITCHES, entraSwitches, entraWireSwitches } from '../src/index.ts'
import { EXPRESSION_SWITCHES } from '../src/switches/expression-switches.ts'

/** They choose when and for whom requests are sent, or what our own logs say, and no answer makes one value fare worse. */
const INSIDE = [
  'patchProfile',
  'securityGroupDelete',
  'duplicateSourceEntries',
  'deleteThresholdCompare',
  'deleteTripPartial',
  'portalRestartKeepsLinks',
  'requestsPerSecond',
  'cycleIntervalMinutes',
  'timeoutMs',
  'emptyTokenJwt',
  'wifAudience',
  'logNames',
  'tokenFetch',
  'tokenRequestCredentials',
  'probeConnectionFailure',
  'quarantineBackoff',
  'quarantineEvaluationStart',
  'quarantineProportionPercent',
  'quarantineBaseFailures',
  'quarantineTotalFailures',
  // The question of roles asks both forms of a list of roles.
  'singleRolePatch',
  ...Object.keys(EXPRESSION_SWITCHES),
]

test('every switch bears on the wire or is listed as one that does not', () => {
  const onWire = entraWireSwitches().map(({ id }) => id)
  expect([...onWire, ...INSIDE].sort()).toEqual(Object.keys(ENTRA_SWITCHES).sort())
})

describe('switches that bear on the wire', () => {
  test.each(entraWireSwitches().map((one) => [one.id, one] as const))('%s has values that can be set', (id, one) => {
    expect(one.values.length).toBeGreaterThan(1)
    expect(new Set(one.values).size).toBe(one.values.length)
    expect(one.values[0]).toBe(one.default)
    for (const value of one.values) expect(entraSwitches({ [id]: value })).toHaveProperty(id, value)
  })

  test('what one person saw, or we inferred, does not decide alone', () => {
    const weak = entraWireSwitches().filter(({ decidesAlone }) => !decidesAlone)
    const ofWeakGrade = entraWireSwitches().filter(({ grade }) => grade === 'inferred' || grade === 'observed once')
    expect(weak.length).toBeGreaterThan(0)
    expect(weak).toEqual(ofWeakGrade)
  })
})

test.each(Object.entries(ENTRA_PROFILES))(
  'the profile %s consists of values that the switches allow',
  (name, values) => {
    expect(entraSwitches(values)).toEqual(entraSwitches({}, name as keyof typeof ENTRA_PROFILES))
  },
)
