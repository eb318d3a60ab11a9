import type { Asking } from '../asking.ts'
import type { Question } from '../question.ts'
import { Blocked, type Questioner, shows } from '../questioner.ts'
import { NOT_OFFERED } from './active.ts'

/** The work address changes when a person marries or the company is renamed; both services send that as they send it here. */
export const mail: Question = {
  id: 'mail',
  asks: 'the work address can be changed',
  checks: ['mail/change-accepted', 'mail/change-done'],
  *ask(q) {
    if (!q.facts.keeps.has('emails[work]')) return leaveAll(q)
    yield* change(q)
  },
}

function leaveAll(q: Questioner): void {
  for (const check of mail.checks) q.leave(check, 'the endpoint does not keep e-mail addresses')
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
  yield* q.write('mail/change', made, writing, shows('emails[work]', value), 'The work address must change.')
}
