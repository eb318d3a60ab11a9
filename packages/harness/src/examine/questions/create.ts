import { asText, isJsonArray, type JsonObject, sameUrn, urns } from '@scimulator/shared/scim'
import { header, valueAt } from '../answer.ts'
import { wrongCreated } from '../created-time.ts'
import type { Question } from '../question.ts'
import type { Questioner } from '../questioner.ts'
import { wrongTimes } from '../wrong-times.ts'
import { wrongTypes } from '../wrong-types.ts'

/** What a created person looks like, in the answer and when read (RFC 7643 §3, §4.1; RFC 7644 §3.3). */
export const create: Question = {
  id: 'create',
  asks: 'a created person is answered and shown as SCIM has it',
  checks: [
    'create/accepted',
    'create/answers-201',
    'create/created-now',
    'create/id-is-text',
    'create/readable',
    'create/user-name-shown',
    'create/external-id-shown',
    'create/active-is-boolean',
    'create/schemas-shown',
    'create/types-right',
    'create/times-right',
    'create/media-type',
    'create/own-id',
    'create/password-hidden',
  ],
  *ask(q) {
    const made = yield* q.create()
    const { answer, sent } = made
    q.check('create/accepted', true, answer)
    q.check('create/answers-201', answer.status === 201, answer, `A POST is answered ${answer.status}, not 201.`)
    const off = wrongCreated(answer)
    q.check('create/created-now', off === undefined, answer, off?.detail)
    q.check('create/id-is-text', typeof answer.body?.id === 'string', answer, 'The id is a number, not a text.')
    const type = header(answer, 'content-type') ?? 'no content type'
    q.check('create/media-type', /json/i.test(type), answer, `The answer is called ${type}.`)
    const read = yield* q.settled(made, (body) => valueAt(body, 'userName') !== undefined)
    if (!q.check('create/readable', read.ok && read.body !== undefined, read, readDetail(read.status))) return
    const shown = read.body as JsonObject
    const name = shown.userName
    q.check('create/user-name-shown', same(name, sent.userName), read, `userName came back as ${JSON.stringify(name)}.`)
    const external = shown.externalId
    q.check(
      'create/external-id-shown',
      external === sent.externalId,
      read,
      `externalId came back as ${JSON.stringify(external)}.`,
    )
    const { active } = shown
    if (active === undefined) q.block('create/active-is-boolean', 'active/shown')
    else q.check('create/active-is-boolean', typeof active === 'boolean', read, `active is ${JSON.stringify(active)}.`)
    q.check('create/schemas-shown', namesUser(shown), read, 'schemas does not name the User schema.')
    const wrong = wrongTypes(shown)
    q.check('create/types-right', wrong.length === 0, read, `${wrong.join('; ')}.`)
    const times = wrongTimes(shown)
    q.check('create/times-right', times.length === 0, read, `${times.join('; ')}.`)
    if (!header(answer, 'location'))
      q.remark('no-location', 'The answer to a POST has no Location header (RFC 7644 §3.3).', answer.exchange)
    yield* password(q)
    yield* ownId(q)
  },
}

/** A client's id is ignored: the service provider gives ids (RFC 7643 §3.1). */
function* ownId(q: Questioner): ReturnType<Question['ask']> {
  // An id that was ours and is free again, so that nobody else's account can be meant.
  const before = yield* q.create()
  yield* q.remove(before)
  const { answer } = yield* q.create({ id: before.id })
  const detail = 'The id that the client wrote into the body became the resource’s id.'
  q.check('create/own-id', answer.body?.id !== before.id, answer, detail)
}

/** A password is never returned (RFC 7643 §4.1.1). */
function* password(q: Questioner): ReturnType<Question['ask']> {
  const secret = 'Corr3ct-horse-battery'
  const made = yield* q.create({ password: secret })
  const read = yield* q.read(made)
  const shown = [made.answer, read].find(({ exchange }) => exchange.response?.body.includes('"password"'))
  q.check('create/password-hidden', shown === undefined, shown ?? read, 'The password is in the answer.')
}

function same(shown: unknown, sent: unknown): boolean {
  return typeof shown === 'string' && shown.toLowerCase() === asText(sent).toLowerCase()
}

function namesUser(resource: JsonObject): boolean {
  const { schemas } = resource
  return isJsonArray(schemas) && schemas.some((one) => typeof one === 'string' && sameUrn(one, urns.user))
}

function readDetail(status: number): string {
  return `A person who was just created is answered ${status} when read by id.`
}
