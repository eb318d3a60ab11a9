// What scenario files are made of: steps that stand for others, placeholders, matchers, captures; each as it is written, and nearly so.
import { type Grammar, many, maybe, one, seq } from '../grammar.ts'

/** The first as a rule: what is wrong in one place of ten makes a file that is always refused. */
const mostly =
  (right: string | Grammar, ...wrong: readonly (string | Grammar)[]): Grammar =>
  (draw) =>
    (draw.chance(0.985) ? seq(right) : one(...wrong))(draw)

const list = (of: Grammar, indent = '  '): Grammar => many(seq(`\n${indent}- `, of), { most: 3 })

const user = one('ana', 'bo', 'cy')
// The language's own signs.
const name = (known: string): string => `\${${known}}`
const placeholder = mostly(
  one(name('matrix.x'), name('matrix.y.name'), `$${name('kept')}`),
  one(...['matrix.y', 'matrix.z', 'matrix.y.nam', 'kept', 'kept.id', 'round', 'id', 'who'].map(name)),
)
const text = one(
  'Sales',
  seq('"', placeholder, '"'),
  seq('"a ', placeholder, ' b"'),
  'lark',
  seq(user, '@contoso.example'),
)

const simple = one(
  seq('directory.create-user: { userName: ', user, '@contoso.example }'),
  seq('directory.create-group: { displayName: ', text, ' }'),
  seq('advance: ', one('40m', '1h', '5s', seq('"', placeholder, '"'))),
  'receiver.add-source: { kind: Entra ID, activate: true }',
  seq('entra.create-user: { userPrincipalName: ', text, ' }'),
  seq('http: { method: POST, path: /Users, body: { userName: ', text, ' }, capture: { id: body.id } }'),
  seq('http: { path: /Users, expect: { status: ', mostly(one('200', '{ $gte: 200 }'), 'x'), ' } }'),
  seq('note: ', text),
  'snapshot: before',
  mostly('snapshot: after', 'restore: before', 'restore: befor'),
  seq('fault: { on: { method: POST, path: /Users }, effect: { kind: lost-answer }, times: 1 }'),
  mostly('note: a', 'advence: 40m', 'note: a, advance: 1h', 'advance: 1h\n    note: a\n    restore: before'),
)
/** In lines of its own, so that parts can stand beside the verb. */
const beside = many(
  one(
    '\n    save: kept',
    '\n    note: why',
    '\n    timeout: 5s',
    '\n    fails: { message: no }',
    '\n    sav: x',
    '\n    save: 1',
  ),
  { least: 0, most: 1 },
)
const flow = one(
  seq('{ directory.create-user: { userName: "', one(placeholder, user), '@contoso.example" } }'),
  seq('{ note: "', placeholder, '" }'),
  '{ advance: 1h }',
  '{ snapshot: before }',
)
/** What may run beside another. */
const side = one(
  seq('{ directory.create-user: { userName: ', user, '@contoso.example } }'),
  seq('{ http: { method: DELETE, path: "/Users/', placeholder, '" } }'),
)
const standing = one(
  seq(
    'repeat: { ',
    mostly(one('times: 2', 'over: [a, b]', 'over: [{ n: 1 }]'), 'times: 2, over: [a]', 'as: x'),
    ', steps: [',
    flow,
    '] }',
  ),
  seq('repeat: { as: who, times: ', mostly('3', '0', `"${name('matrix.x')}"`), ', steps: [', flow, ', ', flow, '] }'),
  seq('include: ', mostly(one('entra-at-lark', 'jumpcloud-at-lark'), 'nowhere', `"${name('matrix.x')}"`)),
  seq(
    'include: { fragment: ',
    one('jumpcloud-at-lark', 'entra-at-lark'),
    ', with: ',
    mostly('{}', '{ x: 1 }', '{ people: [a] }'),
    ' }',
  ),
  seq('parallel: [', side, ', ', mostly(one(side, seq('[', side, ', ', side, ']')), flow), ']'),
  seq(
    'meanwhile: { before: { method: POST, path: /Users }, do: ',
    mostly('{ receiver.revoke-access-tokens: {} }', side),
    ' }',
  ),
)

const matcher = mostly(
  one(
    ...[
      '{ $absent: true }',
      '{ $present: true }',
      '{ $matches: "^a" }',
      '{ $contains: a }',
      '{ $size: 2 }',
      'null',
      'true',
    ],
    ...[
      '{ $size: { $gte: 1 } }',
      '{ $not: x }',
      '{ $not: { $contains: x } }',
      '{ $field: id }',
      '[a, { $present: true }]',
    ],
    seq('{ $not: "', placeholder, '" }'),
    text,
  ),
  ...[
    '{ $matches: "(" }',
    '{ $gte: 1, $lte: 2 }',
    '{ $field: nothing }',
    '{ $person: 1 }',
    '{ $unknown: 1 }',
    '{ $size: many }',
  ],
  '{ a: { $gte: x } }',
)
const field = mostly(one('displayName', 'id', 'externalId'), 'nothing', 'displayNam', 'constructor')
const partial = seq('{ ', many(seq(field, ': ', matcher), { most: 2, by: ', ' }), ' }')
const view = one(
  'directory.users',
  'directory.groups',
  'lark.members',
  'entra.users',
  'traffic',
  'directory.usrs',
  text,
)
const operator = one(
  seq('count: ', mostly(one('0', '1', '{ min: 1 }', '{ max: 2 }'), '-1', `"${name('matrix.x')}"`)),
  seq('where: ', partial, ', count: 1'),
  seq('include: { a: ', partial, ' }'),
  seq('exactly: ', one('[a, b]', seq('{ a: ', partial, ' }'))),
  one(
    'absent: [a]',
    'gone: [a]',
    'same-as: before',
    'differs-from: before',
    'distinct: [id, displayName]',
    'distinct: [nothing]',
  ),
  seq('each: ', partial),
  seq('sequence: [', partial, ', ', partial, ']'),
  seq('capture: { id: { item: a', mostly(one('', ', field: id'), ', field: nothing'), ' } }'),
)
const expectation = one(
  seq(
    '{ view: ',
    view,
    ', ',
    operator,
    maybe(mostly(one(', eventually: 1h', ', always: 5m', ', only: lark'), ', query: { app: a }')),
    ' }',
  ),
  seq('{ view: ', view, ', ', operator, ' }'),
  seq('{ transcript: ', mostly(one('goldens/x.txt', `"goldens/x.${name('matrix.x')}.txt"`), '1'), ' }'),
)
const expecting = seq('expect: ', one(expectation, seq('[', expectation, ']')))

/** Each is complained about in words of its own, so that a file is refused as a rule where one of them stands. */
const refused = one(
  ...[
    'include: 1',
    'include: nowhere',
    'include: [a]',
    'repeat: 1',
    'restore: befor',
    'advance: 1h\n    restart: receiver',
    'snapshot:',
  ],
  'include: { fragment: nowhere, with: { a: 1 } }',
  seq('jumpcloud.load-company: { company: { file: ', one('nowhere.yaml', 'made.yaml', 'companies', '1'), ' } }'),
  'include: { fragment: entra-at-lark, with: { nothing: 1 } }',
  'meanwhile: { before: { method: POST }, do: { note: a } }',
  'parallel: [{ note: a }]',
)
const further = one(
  'advance:\n',
  'restart: receiver',
  'until: { holds: { view: directory.users, count: 1 }, within: 1h }',
  'jumpcloud.load-company: { company: { generate: { seed: 1, people: 5, groups: 1 } } }',
  'transcript: goldens/x.txt',
  seq('http: { path: /Users, headers: [[a, ', text, ']] }'),
)

const step = mostly(
  one(seq(simple, beside), seq(simple, beside), standing, standing, expecting, further),
  'a',
  '{}',
  refused,
  refused,
  refused,
)
const given = mostly(
  one('{ receiver: {} }', '{ entra: {} }', '{ start: 2026-01-05T08:00:00Z, receiver: {} }', '{ okta: {} }'),
  ...['{ start: tomorrow }', '{ entra: { company: { file: nowhere.yaml } } }', '{ nothing: {} }', 'a'],
  `{ receiver: { profile: "${name('matrix.x')}" } }`,
)
const matrix = mostly(
  '{ x: [a, b], y: [{ name: n }, { name: m }] }',
  '{ x: [1] }',
  '{ x: ["", null, { name: n }] }',
  '{ x: [] }',
  '1',
)

/** A file of its own. */
export const scenarioText = seq(
  'scenario: made\ndescription: D\n',
  maybe(seq('given: ', given, '\n')),
  seq('matrix: ', matrix, '\n'),
  maybe('tags: [a]\n'),
  'steps:',
  list(step),
  maybe(seq('\nexpect:', list(expectation))),
  '\n',
)
