import { inFile, type Mutant } from '../mutant.ts'

export const CONVERSATION_MUTANTS: readonly Mutant[] = [
  ...inFile('entra-sim/src/conversation/answer.ts', [
    {
      name: 'a user who is gone at the read counts as failed for good',
      right: "status === 404 && purpose === 'delete'",
      wrong: 'false',
    },
    {
      name: 'a 404 for a linked resource is an error like others',
      right: "status === 404 && (purpose === 'read' || purpose === 'update')",
      wrong: 'false',
    },
    {
      name: 'a 403 of one write stops the whole job',
      right: 'status === 401 || (isQuery && (status === 403 || status === 404))',
      wrong: 'status === 401 || status === 403 || (isQuery && status === 404)',
    },
    {
      name: 'a 401 is a failure of one object',
      right: 'status === 401 || (isQuery && (status === 403 || status === 404))',
      wrong: 'isQuery && (status === 403 || status === 404)',
    },
    {
      name: 'a list without Resources is never empty',
      right: 'list && asNumber(list.totalResults) === 0 ? [] : undefined',
      wrong: 'undefined',
    },
    {
      name: 'a time-out is called a connection error',
      right: "kind === 'timeout' ? 'Timeout' : 'WebExceptionProtocolError'",
      wrong: "'WebExceptionProtocolError'",
    },
    {
      name: 'an id that is a number is accepted',
      right: "typeof value === 'string' && value !== ''",
      wrong: "(typeof value === 'string' && value !== '') || typeof value === 'number'",
    },
    {
      name: 'a filter that is answered with 404 finds nobody',
      right: 'status === 401 || (isQuery && (status === 403 || status === 404))',
      wrong: 'status === 401 || (isQuery && status === 403)',
    },
  ]),
  ...inFile('entra-sim/src/conversation/locate-target.ts', [
    { name: 'the first of two hits is taken', right: 'resources.length > 1', wrong: 'false' },
    { name: 'people of one matching value are matched all the same', right: 'other !== undefined', wrong: 'false' },
    {
      name: 'a linked person is matched anew in every cycle',
      right: 'targetId === undefined',
      wrong: 'true',
      within: '(targetId === undefined) return yield*',
    },
  ]),
  ...inFile('entra-sim/src/conversation/provision-object.ts', [
    { name: 'what is created is created though the Create action is off', right: '!compiled.flow.add', wrong: 'false' },
    {
      name: 'an update is sent though the Update action is off',
      right: '!compiled.flow.update',
      wrong: 'false',
      within: "if (!compiled.flow.update) return skipped('UpdateNotEnabled', { ...seen, active: null })",
    },
    {
      name: 'a mapping that skips an object creates it',
      right: "problem?.kind === 'skip'",
      wrong: 'false',
      within: "problem?.kind === 'skip') return skipped('EntrySynchronizationSkipped', { matches })",
    },
    {
      name: 'who is created counts as active whatever the mapping says',
      right: 'activeIn(values) ?? true',
      wrong: 'true',
    },
    { name: 'the manager that the target shows is not looked at', right: 'managerIn(found.resource)', wrong: 'null' },
    {
      name: 'somebody who was deleted by hand counts as updated',
      right: "answer.kind === 'gone'",
      wrong: 'false',
      within: "if (answer.kind === 'gone') return failed(action, invalidAnchor(found.id), { ...seen, modified })",
    },
  ]),
  ...inFile('entra-sim/src/conversation/references.ts', [
    { name: 'a manager is always added', right: "seen === null ? 'add' : 'replace'", wrong: "'add'" },
    {
      name: 'what was written of a failed PATCH of members is written again',
      right: 'written.added.push(...portion.added)',
      isLeftOut: true,
    },
  ]),
]
