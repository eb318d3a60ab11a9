import type { JsonObject } from '@scimulator/shared/scim'
import { asText } from '@scimulator/shared/scim'
import { valueAt } from '../answer.ts'
import type { Asking } from '../asking.ts'
import type { Question } from '../question.ts'
import { Blocked, type Made, type Questioner, shows } from '../questioner.ts'
import { NOT_OFFERED } from './active.ts'

/** The work address changes when a person marries or the company is renamed; both services send that as they send it here. */
export const mail: Question = {
  id: 'mail',
  asks: 'the work address can be changed',
  checks: ['mail/change-accepted', 'mail/change-done', 'mail/keeps-user-name'],
  *ask(q) {
    if (!q.facts.keeps.has('emails[work]')) return leaveAll(q)
    yield* change(q)
  },
}

function leaveAll(q: Questioner): void {
  for (const check of mail.checks) q.leave(check, 'the endpoint does not keep email addresses')
}

function* change(q: Questioner): Asking {
  const made = yield* q.create()
  const control = yield* q.patch(made, [{ op: 'replace', path: 'displayName', value: `Plain ${q.name()}` }])
  if (NOT_OFFERED.has(control.status)) throw new Blocked('patch/offered')
  q.need('writes/something', control.ok)
  const value = `${q.name()}@${q.facts.emailDomain}`
  const emails = [{ type: 'work', primary: true, value }]
  const name = q.facts.mailIsName ? [{ op: 'replace', path: 'userName', value }] : []
  const writing = q.patch(made, [...name, { op: 'replace', path: 'emails', value: emails }])
  const isShown = shows('emails[work]', value)
  const isDone = yield* q.write('mail/change', made, writing, isShown, 'The work address must change.')
  if (q.facts.mailIsName) q.leave('mail/keeps-user-name', 'the work address is the userName')
  else if (isDone) yield* keepsName(q, made, value)
}

/** Who was taken with an address that is not the userName goes by the userName still (RFC 7644 §3.5.2). */
function* keepsName(q: Questioner, made: Made, value: string): Asking {
  const read = yield* q.read(made)
  q.check('mail/keeps-user-name', !isNamed(read.body, value), read, renamedBy('PATCH', value))
}

export function isNamed(resource: JsonObject | undefined, userName: string): boolean {
  return asText(valueAt(resource, 'userName')).toLowerCase() === userName.toLowerCase()
}

export function renamedBy(method: 'PATCH' | 'PUT', value: string): string {
  return `A ${method} gave the person the work address ${JSON.stringify(value)}, and that is their userName now.`
}
