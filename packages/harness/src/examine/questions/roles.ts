import type { JsonObject } from '@scimulator/shared/scim'
import { idIn, rolesIn } from '../answer.ts'
import type { Asking } from '../asking.ts'
import { personBody } from '../person.ts'
import type { Question } from '../question.ts'
import type { Made, Questioner } from '../questioner.ts'

const CHECKS = ['roles/two-created', 'roles/two-replaced-accepted', 'roles/two-replaced-done', 'roles/stay'] as const

/** Who has two app roles, in the form of AppRoleAssignmentsComplex: both are of one type (Microsoft, Customize attribute mappings). */
export const roles: Question = {
  id: 'roles',
  asks: 'a person may have two roles of one type',
  checks: CHECKS,
  *ask(q) {
    if (!q.facts.keeps.has('roles'))
      return CHECKS.forEach((check) => void q.leave(check, 'the endpoint does not keep roles'))
    yield* created(q)
    yield* replaced(q)
  },
}

const role = (value: string) => ({
  primary: false,
  type: 'WindowsAzureActiveDirectoryRole',
  display: value,
  value: value.toLowerCase(),
})

const both = [role('Reader'), role('Writer')]

function hasBoth(body: JsonObject | undefined): boolean {
  const values = rolesIn(body)
  return both.every(({ value }) => values.includes(value))
}

function* created(q: Questioner): Asking {
  const body = { ...personBody(q.facts, q.name()), roles: both }
  const answer = yield* q.send('POST', '/Users', { body })
  const id = answer.ok ? idIn(answer.body) : undefined
  const detail = `A person with two roles is refused with ${answer.status || 'no answer'}; one with one is taken.`
  if (id === undefined) return void q.check('roles/two-created', false, answer, detail)
  const after = yield* q.settled({ kind: 'Users', id, sent: body, answer }, hasBoth, 'roles/two-created')
  q.check('roles/two-created', hasBoth(after.body), answer, 'Of two roles in a POST not both are there.', after)
}

function* replaced(q: Questioner): Asking {
  const made: Made = yield* q.create({ roles: both.slice(0, 1) })
  // Where one role cannot be written in this way, two say nothing more.
  const control = yield* q.patch(made, [{ op: 'replace', path: 'roles', value: both.slice(1) }])
  const isDone = control.ok && rolesIn((yield* q.read(made)).body).includes('writer')
  if (!isDone) return CHECKS.slice(1).forEach((check) => void q.block(check, 'writes/something'))
  yield* q.write(
    'roles/two-replaced',
    made,
    q.patch(made, [{ op: 'replace', path: 'roles', value: both }]),
    hasBoth,
    'Both roles must be there.',
    'roles',
  )
  yield* stay(q, made)
}

/** What is written beside them leaves roles alone. */
function* stay(q: Questioner, made: Made): Asking {
  const had = rolesIn((yield* q.read(made)).body)
  const answer = yield* q.patch(made, [{ op: 'replace', path: 'displayName', value: `New ${q.name()}` }])
  if (!answer.ok) return q.block('roles/stay', 'writes/something')
  const hasAll = (body: JsonObject | undefined) => had.every((value) => rolesIn(body).includes(value))
  const after = yield* q.settled(made, hasAll, 'roles/stay')
  q.check('roles/stay', hasAll(after.body), answer, 'A PATCH of displayName takes roles away.', after)
}
