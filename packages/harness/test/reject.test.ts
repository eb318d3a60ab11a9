import { expect, test } from 'vitest'
import { rejectionOf } from './run-text.ts'

test('names an unknown verb with its place and the nearest ones', async () => {
  expect(await rejectionOf('steps:\n  - idp.push-usr: { user: ana }\n')).toMatchInlineSnapshot(`
    "x.yaml:4:5: There is no verb "idp.push-usr".
        4 |   - idp.push-usr: { user: ana }
          |     ^^^^^^^^^^^^
      Did you mean "idp.push-user"?"
  `)
})

test('says all that is wrong at once, in the order of the file', async () => {
  const text = [
    'steps:',
    '  - idp.configure: { url: nowhere, tokn: abc }',
    '  - receiver.add-source: { kind: Okta }',
    '  - idp.push-user: { user: 5 }',
    'expct: []',
  ].join('\n')
  expect(await rejectionOf(text)).toMatchInlineSnapshot(`
    "x.yaml:4:5: idp.configure lacks "token".
        4 |   - idp.configure: { url: nowhere, tokn: abc }
          |     ^^^^^^^^^^^^^

    x.yaml:4:27: idp.configure: url: Invalid URL; it is "nowhere".
        4 |   - idp.configure: { url: nowhere, tokn: abc }
          |                           ^^^^^^^

    x.yaml:4:36: idp.configure knows no "tokn" (value "abc").
        4 |   - idp.configure: { url: nowhere, tokn: abc }
          |                                    ^^^^
      Did you mean "token"?

    x.yaml:5:34: receiver.add-source: kind: "Okta" is not allowed. Allowed: "Entra ID", "JumpCloud".
        5 |   - receiver.add-source: { kind: Okta }
          |                                  ^^^^

    x.yaml:6:28: idp.push-user: user: Invalid input: expected string, received number; it is 5.
        6 |   - idp.push-user: { user: 5 }
          |                            ^

    x.yaml:7:1: A scenario file knows no "expct" (value []).
        7 | expct: []
          | ^^^^^
      Did you mean "expect"?"
  `)
})

test('accepts a placeholder where a number or an address is wanted, and leaves it to the run', async () => {
  const text = [
    'steps:',
    '  - receiver.add-source: { kind: Entra ID }',
    '    save: source',
    `  - idp.configure: { url: '\${source.url}', token: '\${source.token}', retries: '\${source.id}' }`,
  ].join('\n')
  expect(await rejectionOf(text)).toBe('it was accepted')
})

test.each([
  [
    'a placeholder before its step',
    `steps:\n  - idp.push-user: { user: '\${source.url}' }`,
    'no step before this one saves "source"',
  ],
  [
    'an axis that is not there',
    `matrix: { a: [1] }\nsteps:\n  - idp.push-user: { user: '\${matrix.b}' }`,
    'is not in the matrix',
  ],
  [
    'a saved value in given',
    `given: { idp: { delayMs: '\${source.id}' } }\nsteps:\n  - receiver.add-source: { kind: Entra ID }\n    save: source`,
    'no step before this one saves "source"',
  ],
  [
    'a value of the matrix that given does not take',
    `matrix: { a: [1, soon] }\ngiven: { idp: { delayMs: '\${matrix.a}' } }\nsteps:\n  - advance: 1m`,
    'given.idp: delayMs',
  ],
  [
    'a member that the axis does not have',
    `matrix: { a: [{ name: x }] }\nsteps:\n  - idp.push-user: { user: '\${matrix.a.nam}' }`,
    'Did you mean "name"?',
  ],
  [
    'a start that is not known before the run',
    `matrix: { a: [x] }\ngiven: { start: '\${matrix.a}' }\nsteps:\n  - advance: 1m`,
    'takes no placeholder',
  ],
  ['two verbs in a step', 'steps:\n  - advance: 1m\n    idp.crash: {}', 'One verb per step: "advance" and "idp.crash"'],
  [
    'an unknown view',
    'steps:\n  - advance: 1m\nexpect:\n  - view: lark.member\n    count: 1',
    'Did you mean "lark.members"?',
  ],
  ['a wrong duration', 'steps:\n  - advance: 40 minutes', 'A duration is written 40m'],
  [
    'an unknown matcher',
    'steps:\n  - expect: { view: lark.members, each: { a: { $contain: 1 } } }',
    'Did you mean "$contains"?',
  ],
  [
    'a regular expression that is none',
    'steps:\n  - expect: { view: lark.members, each: { a: { $matches: "(" } } }',
    '$matches Invalid regular expression',
  ],
  [
    'an expectation without a question',
    'steps:\n  - expect: { view: lark.members }',
    'it needs at least one of count, include',
  ],
  [
    'a missing company',
    'steps:\n  - idp.load-company: { company: { file: fixtures/nowhere.yaml } }',
    'There is no file "fixtures/nowhere.yaml"',
  ],
  ['an unknown program under given', 'given: { reciever: {} }\nsteps:\n  - advance: 1m', 'Did you mean "receiver"?'],
  ['a wrong option under given', 'given: { idp: { delayMs: soon } }\nsteps:\n  - advance: 1m', 'delayMs'],
  ['a key written twice', 'steps:\n  - advance: 1m\nsteps:\n  - advance: 1m', 'Map keys must be unique'],
  ['a broken map', 'steps:\n  - advance: [1m', 'x.yaml:4'],
  [
    'switched-off invariants without a reason',
    'invariants: off\nsteps:\n  - advance: 1m',
    'Write "off because" and the reason',
  ],
])('rejects %s', async (_, text, message) => {
  expect(await rejectionOf(text)).toContain(message)
})
