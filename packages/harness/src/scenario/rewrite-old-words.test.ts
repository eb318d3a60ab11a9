import { expect, test } from 'vitest'
import { modernStep } from './old-words.ts'
import { rewriteOldWords } from './rewrite-old-words.ts'

test.each([
  [
    'nothing to move',
    '  - lark.add-sync-source: { kind: Entra ID, activate: true } # as before\n    save: source\n',
    '  - receiver.add-source: { kind: Entra ID, activate: true } # as before\n    save: source\n',
  ],
  [
    'a member in the middle of a flow map',
    '  - lark.add-sync-source: { kind: JumpCloud, memberDeletionRule: "de, lete", activate: true }\n',
    '  - receiver.add-source: { kind: JumpCloud, activate: true, as: { lark: { memberDeletionRule: "de, lete" } } }\n',
  ],
  [
    'the administrator who acts',
    '- lark.add-sync-source: { kind: JumpCloud, as: log@c.test, identifyingAttributes: [email, mobile] }\n',
    '- receiver.add-source: { kind: JumpCloud, as: { lark: { as: log@c.test, identifyingAttributes: [email, mobile] } } }\n',
  ],
  [
    'a block map with comments, after a note',
    [
      'steps:',
      '  # A comment before the step.',
      '  - note: Step 1',
      '    lark.add-sync-source:',
      '      kind: Entra ID',
      '      # Short, so that it expires.',
      '      tokenLifetime: 2h # two hours',
      '      activate: true',
      '      workforceTypeRules:',
      '        - { employeeType: Regular, workforceType: regular employee }',
      '',
      '    save: source # kept',
      '',
    ].join('\n'),
    [
      'steps:',
      '  # A comment before the step.',
      '  - note: Step 1',
      '    receiver.add-source:',
      '      kind: Entra ID',
      '      activate: true',
      '      as:',
      '        lark:',
      '          # Short, so that it expires.',
      '          tokenLifetime: 2h # two hours',
      '          workforceTypeRules:',
      '            - { employeeType: Regular, workforceType: regular employee }',
      '',
      '    save: source # kept',
      '',
    ].join('\n'),
  ],
  [
    'prose and code',
    'With `lark.add-sync-source`, or\n"lark.set-deviations".\n',
    'With `receiver.add-source`, or\n"receiver.set-deviations".\n',
  ],
  [
    'another word that begins alike',
    'lark.add-sync-sources, x.lark.add-sync-source\n',
    'lark.add-sync-sources, x.lark.add-sync-source\n',
  ],
])('rewrites %s', (_, old, now) => {
  expect(rewriteOldWords(old).text).toBe(now)
  expect(rewriteOldWords(now)).toEqual({ text: now, places: [] })
})

test('a step that is nested too deep is left as it is', () => {
  const text = `steps:\n  - lark.set-deviations: ${'['.repeat(900)}${']'.repeat(900)}\n`
  expect(rewriteOldWords(text).text).toContain('['.repeat(900))
})

test('names each place', () => {
  expect(rewriteOldWords('steps:\n  - lark.set-deviations: {}\n').places).toEqual([
    { line: 2, column: 5, old: 'lark.set-deviations', now: 'receiver.set-deviations' },
  ])
})

test('a step that is only read means the same', () => {
  const written = { 'lark.add-sync-source': { kind: 'JumpCloud', as: 'log@c.test' }, save: 's' }
  expect(modernStep(written)).toEqual({
    'receiver.add-source': { kind: 'JumpCloud', as: { lark: { as: 'log@c.test' } } },
    save: 's',
  })
})
