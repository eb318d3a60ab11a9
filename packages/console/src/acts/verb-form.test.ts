import { expect, test } from 'vitest'
import { fieldsOf, inGroups, type MemberSchema, readForm } from './verb-form.ts'

const schema: MemberSchema = {
  type: 'object',
  required: ['user'],
  properties: {
    user: { type: 'string', description: 'A user by key', refers: 'entra.users' },
    userType: { type: 'string', enum: ['Member', 'Guest'], default: 'Member' },
    force: { type: 'boolean' },
    threshold: { type: 'integer' },
    groups: { type: 'array', items: { type: 'string', refers: 'entra.groups' } },
    set: { type: 'object', default: {} },
    token: { type: 'string', secret: true },
  },
}
const fields = fieldsOf(schema)

test('each member has a field of its kind, with what its schema says of it', () => {
  expect(fields.map(({ name, kind }) => [name, kind])).toEqual([
    ['user', 'text'],
    ['userType', 'choice'],
    ['force', 'yes-no'],
    ['threshold', 'number'],
    ['groups', 'lines'],
    ['set', 'json'],
    ['token', 'text'],
  ])
  expect(fields[0]).toMatchObject({ isRequired: true, hint: 'A user by key.', refers: 'entra.users', isSecret: false })
  expect(fields[1]).toMatchObject({ choices: ['Member', 'Guest'], hint: 'Without it "Member".' })
  expect(fields[4]).toMatchObject({ refers: 'entra.groups', hint: 'One a line.' })
  expect([fields[5]?.hint, fields[6]?.isSecret]).toEqual(['JSON.', true])
  expect(fieldsOf({ type: 'object' })).toEqual([])
})

test.each([
  [{ user: 'anna' }, { user: 'anna' }],
  [{ user: ' anna ', userType: '' }, { user: ' anna ' }],
  [
    { user: 'a', force: 'false', threshold: '0' },
    { user: 'a', force: false, threshold: 0 },
  ],
  [
    { user: 'a', groups: 'Sales\n\n R&D \n' },
    { user: 'a', groups: ['Sales', 'R&D'] },
  ],
  [
    { user: 'a', set: '{"jobTitle":null}' },
    { user: 'a', set: { jobTitle: null } },
  ],
])('%j is read as %j', (typed, input) => {
  expect(readForm(fields, typed)).toEqual({ input, problems: {} })
})

test.each([
  [{}, { user: 'It is needed.' }],
  [{ user: '  ' }, { user: 'It is needed.' }],
  [{ user: 'a', threshold: 'ten' }, { threshold: '"ten" is not a number.' }],
  [{ user: 'a', set: '{' }, { set: expect.stringContaining('JSON') }],
])('%j is no input: %j', (typed, problems) => {
  expect(readForm(fields, typed).problems).toEqual(problems)
})

test('verbs stand under their headings, those alone that have all words', () => {
  const verb = (name: string, describes: string, group: string) => ({
    name,
    describes,
    group,
    changes: true,
    input: {},
  })
  const verbs = [
    verb('assign', 'Assigns a user', 'Application'),
    verb('create-user', 'Creates a user', 'Directory'),
    verb('unassign', 'Takes it back', 'Application'),
  ]
  expect(inGroups(verbs, '').map(([group, held]) => [group, held.length])).toEqual([
    ['Application', 2],
    ['Directory', 1],
  ])
  expect(inGroups(verbs, 'USER creates')).toEqual([['Directory', [verbs[1]]]])
  expect(inGroups(verbs, 'nothing')).toEqual([])
})
