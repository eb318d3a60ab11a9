// The Express application: SCIM 2.0 under /scim/v2, and a door of its own for people.
import { createHash, timingSafeEqual } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import express from 'express'
import { Directory } from './directory.mjs'
import { Door, WAYS } from './door.mjs'
import { compileFilter } from './filter.mjs'
import { applyPatch } from './patch.mjs'
import { project, render } from './render.mjs'
import { kinds, LIST, resourceTypes, schemas, serviceProviderConfig } from './schemas.mjs'
import { invalid, ScimError } from './scim-error.mjs'
import { readResource } from './values.mjs'

const PAGE = '<!doctype html><html><head><title>Acme</title></head><body><div id="root"></div></body></html>'
const MAX_PAGE = 200
const JSON_TYPES = ['application/json', 'application/scim+json']

/**
 * @param {{ token: string, faults?: Set<string> }} options
 * @returns an Express application with an empty directory
 */
export function createApp({ token, faults = new Set() }) {
  const has = (name) => faults.has(name)
  const door = new Door(faults)
  const directory = new Directory(faults, door)
  const path = has('wrong-path') || has('answers-no-json') ? '/api/scim/v2' : '/scim/v2'
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.use((request, _response, next) => {
    const [before] = request.url.split('?', 1)
    const query = request.url.slice(before.length)
    const folded = has('double-slash-refused') ? before : before.replace(/\/{2,}/g, '/')
    request.url = `${folded}${has('plus-not-decoded') ? query.replaceAll('+', '%2B') : query}`
    next()
  })
  if (has('stops-answering')) app.use(hangsUp(400))
  if (has('slow')) app.use(async (_request, _response, next) => wait(30_000).then(next))
  app.use(path, scimRouter(directory, { token, faults }))
  app.use(doorRouter(directory, door))
  app.use((_request, response) => {
    if (has('answers-no-json')) response.type('html').send(PAGE)
    else throw new ScimError(404, 'There is nothing here.')
  })
  app.use(answerError(has))
  return app
}

/** For the fault that the process is as good as gone after so many requests. */
function hangsUp(after) {
  let count = 0
  return (request, _response, next) => {
    count += 1
    if (count > after) request.socket.destroy()
    else next()
  }
}

function scimRouter(directory, { token, faults }) {
  const router = express.Router()
  const has = (name) => faults.has(name)
  router.use(checkSender(token, has), checkMediaType(has), express.json({ type: JSON_TYPES, limit: '2mb' }))
  if (!has('discovery-missing')) addDiscovery(router)
  addResources(router, 'User', directory, faults)
  if (!has('groups-missing')) addResources(router, 'Group', directory, faults)
  return router
}

function checkSender(token, has) {
  const wanted = digest(`Bearer ${token}`)
  return (request, response, next) => {
    if (has('user-agent-required') && !request.get('user-agent')) {
      return response.status(403).type('html').send('<html><body><h1>403 Forbidden</h1></body></html>')
    }
    const isKnown = timingSafeEqual(digest(request.get('authorization') ?? ''), wanted)
    if (isKnown || has('token-not-checked')) return next()
    if (has('wrong-token-not-401')) throw new ScimError(500, 'Something went wrong.')
    response.set('WWW-Authenticate', 'Bearer')
    throw new ScimError(401, 'The token is missing or wrong.')
  }
}

function digest(text) {
  return createHash('sha256')
    .update(text.replace(/^bearer /i, 'Bearer '))
    .digest()
}

function checkMediaType(has) {
  return (request, _response, next) => {
    const given = request.get('content-type')
    const hasBody = Number(request.get('content-length') ?? 0) > 0 || request.get('transfer-encoding') !== undefined
    if (!hasBody) return next()
    const type = given?.split(';')[0].trim().toLowerCase()
    const isRefused =
      (has('charset-refused') && /;\s*charset/i.test(given)) || (has('scim-json-refused') && type !== JSON_TYPES[0])
    if (isRefused || !JSON_TYPES.includes(type)) throw new ScimError(415, `${given ?? 'No Content-Type'} is not taken.`)
    next()
  }
}

function addDiscovery(router) {
  const located = (one, request) => ({
    ...one,
    meta: { ...one.meta, location: `${baseOf(request)}${one.meta.location}` },
  })
  router.get('/ServiceProviderConfig', (request, response) =>
    send(response, 200, located(serviceProviderConfig, request)),
  )
  for (const [path, all] of Object.entries({ '/ResourceTypes': resourceTypes, '/Schemas': schemas })) {
    router.get(path, (request, response) => {
      if (request.query.filter) throw new ScimError(403, 'There are no filters here.')
      const Resources = all.map((one) => located(one, request))
      const { length } = Resources
      send(response, 200, { schemas: [LIST], totalResults: length, startIndex: 1, itemsPerPage: length, Resources })
    })
    router.get(`${path}/:id`, (request, response) => {
      const found = all.find(({ id }) => id.toLowerCase() === request.params.id.toLowerCase())
      if (!found) throw new ScimError(404, `There is no ${request.params.id}.`)
      send(response, 200, located(found, request))
    })
  }
}

function addResources(router, kind, directory, faults) {
  const has = (name) => faults.has(name)
  const { path } = kinds[kind]
  const shown = (record, request) => render(record, kind, directory, baseOf(request), faults)
  const answer = (request, response, status, record) => {
    send(response, status, project(shown(record, request), kind, projectionOf(request, has)))
  }

  router.get(path, (request, response) => {
    const page = listOf(request, kind, [...directory.all(kind).values()], (record) => shown(record, request), faults)
    send(response, 200, has('list-without-envelope') ? page.Resources : page)
  })

  router.post(path, async (request, response) => {
    if (kind === 'Group' && has('large-group-refused')) refuseMany(request.body)
    const data = readResource(request.body, kind, faults)
    if (kind === 'Group' && has('members-in-post-ignored')) delete data.members
    const there = kind === 'User' && has('create-takes-over') && directory.userByName(data.userName ?? '')
    const isRaced = kind === 'User' && (has('concurrent-duplicates') || has('concurrent-conflict-500'))
    const isFree = isRaced && !directory.userByName(data.userName ?? '')
    // Between the check and the write the others get their turn.
    if (isFree) await wait(100)
    const record = there ? directory.update(kind, there, data) : directory.create(kind, data, isFree)
    response.location(`${baseOf(request)}${path}/${record.id}`)
    answer(request, response, has('create-answers-200') ? 200 : 201, record)
  })

  router.get(`${path}/:id`, (request, response) => {
    answer(request, response, 200, directory.find(kind, request.params.id))
  })

  router.put(`${path}/:id`, (request, response) => {
    if (has('put-not-supported')) throw new ScimError(405, 'PUT is not supported.')
    if (has('put-as-read-refused') && request.body?.meta) throw invalid('meta cannot be written.', 'mutability')
    const record = directory.find(kind, request.params.id)
    const after = write(record, replaced(record, readResource(request.body, kind, faults)))
    if (has('put-changes-id') && kind === 'User') directory.rename(after)
    answer(request, response, 200, after)
  })

  router.patch(`${path}/:id`, async (request, response) => {
    if (has('patch-not-supported')) throw new ScimError(501, 'PATCH is not supported.')
    const record = directory.find(kind, request.params.id)
    if (kind === 'Group' && has('large-group-refused')) refuseMany(request.body)
    const data = applyPatch(record.data, request.body, kind, faults)
    if (kind === 'Group' && has('large-group-cut')) data.members = data.members?.slice(0, 100)
    const says = (name) => JSON.stringify(request.body).includes(name)
    if (has('patch-reactivates') && !says('active')) data.active = true
    if (has('patch-wipes-others')) for (const name of ['title', 'phoneNumbers']) if (!says(name)) delete data[name]
    // Between reading and writing the others get their turn.
    if (has('concurrent-members-lost') && kind === 'Group') await wait(20)
    if (has('unchanged-refused') && kind === 'User' && isDeepStrictEqual(data, record.data))
      throw invalid('No valid fields to update.')
    const before = { ...record }
    const after = write(record, data)
    // A large group is not answered back unasked (RFC 7644 §3.5.2).
    if (kind === 'Group' && !request.query.attributes) response.status(204).end()
    else answer(request, response, 200, has('answer-not-current') ? before : after)
  })

  router.delete(`${path}/:id`, (request, response) => {
    if (has('delete-not-supported')) throw new ScimError(405, 'DELETE is not supported.')
    if (has('second-delete-fails') && !directory.all(kind).has(request.params.id))
      throw new ScimError(500, 'Row not found.')
    directory.remove(kind, directory.find(kind, request.params.id))
    response.status(204).end()
  })

  router.all([path, `${path}/:id`], (request) => {
    throw new ScimError(405, `${request.method} is not supported here.`)
  })

  function replaced(record, data) {
    if (kind === 'User' && has('put-requires-all') && !(data.emails && data.displayName))
      throw invalid('emails and displayName are required.')
    const active = has('put-active-ignored') ? record.data.active : data.active
    const whole = has('put-merges') ? { ...record.data, ...data } : data
    return kind === 'User' ? { ...whole, active } : whole
  }

  function write(record, data) {
    const wasActive = record.data.active
    const after = directory.update(kind, record, data)
    if (has('disable-deletes') && wasActive && !after.data.active) directory.remove(kind, after)
    return after
  }
}

/** For the fault that a request may carry fifty members. */
function refuseMany(body) {
  const values = JSON.stringify(body).match(/"value":"/g) ?? []
  if (values.length > 50) throw invalid('There are too many members.')
}

/** One page of the records that fit (RFC 7644 §3.4.2). */
function listOf(request, kind, records, shown, faults) {
  const has = (name) => faults.has(name)
  const visible = has('inactive-users-hidden') ? records.filter(({ data }) => data.active !== false) : records
  const fitting = filtered(visible, request, kind, shown, faults)
  const asked = Number(request.query.count ?? MAX_PAGE)
  const origin = has('start-index-zero') ? 0 : 1
  const first = Number(request.query.startIndex ?? origin)
  if (!Number.isInteger(asked) || !Number.isInteger(first)) throw invalid('startIndex and count are whole numbers.')
  const count = has('count-ignored') ? fitting.length : Math.max(0, Math.min(asked, MAX_PAGE))
  const startIndex = has('first-page-only') ? 1 : Math.max(origin, first)
  const page = fitting.slice(startIndex - origin, startIndex - origin + count)
  return {
    schemas: [LIST],
    totalResults: has('total-results-wrong') ? page.length : fitting.length,
    startIndex,
    itemsPerPage: has('wrong-items-per-page') ? asked : page.length,
    Resources: page.map((record) => project(shown(record), kind, projectionOf(request, has))),
  }
}

/** A filter sees what is stored, so that an attribute that is not answered can be asked for all the same. */
function filtered(records, request, kind, shown, faults) {
  const has = (name) => faults.has(name)
  const text = asWritten(request.query.filter, has)
  if (text === undefined || has('filter-ignored') || (has('group-filter-ignored') && kind === 'Group')) return records
  const fits = compiled(String(text), kind, faults)
  const isLost =
    (has('special-characters-not-found') && text.includes("'")) ||
    (has('non-ascii-not-found') && /[^ -~]/.test(text)) ||
    (has('external-id-not-filterable') && /externalId/i.test(text))
  const asStored = (record) => {
    const known = has('look-up-keeps-old-name') && kind === 'User' ? { userName: record.firstName } : {}
    return { ...shown(record), ...record.data, id: record.id, ...known }
  }
  const fitting = isLost ? [] : records.filter((record) => fits(asStored(record)))
  if (has('filter-answers-404') && fitting.length === 0) throw new ScimError(404, 'Nobody fits.')
  return fitting
}

function asWritten(text, has) {
  return has('filter-matches-part') ? text?.replace(/\buserName eq /i, 'userName co ') : text
}

function compiled(text, kind, faults) {
  try {
    return compileFilter(text, kind, faults)
  } catch (error) {
    if (faults.has('unknown-filter-returns-all')) return () => true
    if (faults.has('broken-filter-answers-500')) throw new ScimError(500, `Unexpected token in ${text}`)
    throw error
  }
}

function projectionOf({ query }, has) {
  const { attributes, excludedAttributes } = query
  return { attributes, excludedAttributes: has('members-despite-excluded') ? undefined : excludedAttributes }
}

/** GET /can-sign-in?userName=…&with=session answers 200 or 403; POST /block shuts somebody out, whatever SCIM says. */
function doorRouter(directory, door) {
  const router = express.Router()
  router.get('/can-sign-in', (request, response) => {
    const { userName = '', with: way = 'sign-in' } = request.query
    if (!WAYS.includes(way)) return response.status(400).json({ error: `with is one of ${WAYS.join(', ')}` })
    const user = directory.userByName(String(userName))
    const getsIn = user !== undefined && door.letsIn(user.id, user.data.active, way)
    response.status(getsIn ? 200 : 403).json({ userName, with: way, getsIn })
  })
  router.post('/block', express.json(), (request, response) => {
    const { userName = '', blocked = true } = request.body ?? {}
    const user = directory.userByName(String(userName))
    if (!user) return response.status(404).json({ error: `There is nobody of the userName ${userName}` })
    door.block(user.id, blocked)
    response.json({ userName, blocked })
  })
  return router
}

function answerError(has) {
  return (error, _request, response, _next) => {
    const known = error instanceof ScimError ? error : fromExpress(error)
    response.status(known.status)
    if (has('error-without-body')) return response.end()
    if (has('html-404-page') && known.status === 404) return response.type('html').send(PAGE)
    send(response, known.status, known.body)
  }
}

/** What the body parser and the router throw: broken JSON, a body that is too large, a broken %-sequence. */
function fromExpress(error) {
  const status = error.status >= 400 && error.status < 500 ? error.status : 500
  return new ScimError(
    status,
    status === 500 ? 'Something went wrong.' : error.message,
    status === 400 ? 'invalidSyntax' : undefined,
  )
}

function send(response, status, body) {
  response.status(status).type('application/scim+json').send(JSON.stringify(body))
}

function baseOf(request) {
  return `${request.protocol}://${request.get('host')}${request.baseUrl}`
}
