// Microsoft Graph, as far as the tenant answers it.
import type { Draw } from '../draw.ts'
import type { Json } from '../json-values.ts'
import { type AnyTarget, must } from '../target.ts'
import { graphBody } from './graph-bodies.ts'
import { isGraphError } from './is-error.ts'
import type { Asked } from './request.ts'
import { surfaceTarget } from './surface-target.ts'
import { queryOf, type Template, templateRequests, withIds } from './templates.ts'
import { SIGNED_IN } from './world.ts'
import { openWorld } from './worlds/program-worlds.ts'

const HEADERS = [['host', 'localhost'], ['content-type', 'application/json'], SIGNED_IN] as const
const EVENTUAL = ['consistencylevel', 'eventual'] as const

const list = queryOf(
  {
    $filter: [
      "startsWith(displayName,'A')",
      "displayName eq 'Sales'",
      "not(displayName eq 'x') and id ne null",
      "userPrincipalName eq 'ID0'",
      "displayName in ('a','b')",
      "nothing eq 'x'",
      "extension_0a_b eq 'x'",
    ],
    $top: ['1', '2', '999', '0'],
    $select: ['id', 'id,displayName', '*'],
    $orderby: ['displayName', 'displayName desc', 'createdDateTime', 'department desc', 'jobTitle'],
    $count: ['true', 'false'],
    $search: ['"displayName:a"', '"displayName:a" OR "displayName:b"'],
    $skiptoken: ['MQ', 'x', 'MS54'],
    $skip: ['0', '1', '9'],
    $expand: ['manager', 'owners'],
  },
  0.25,
)
const shown = queryOf({
  $select: ['id', 'displayName,id', 'nothing'],
  $expand: ['manager', 'members($select=id)', 'owners'],
})
const logs = queryOf({
  $filter: ["status eq 'success'", "jobId eq 'JID0'"],
  $top: ['1', '1000'],
  $orderby: ['activityDateTime desc', 'durationInMilliseconds'],
  $skiptoken: ['MS4z', 'MQ', 'MS54'],
})
const delta = queryOf({
  $select: ['id', 'displayName,members'],
  $deltatoken: ['latest', 'MA', 'x'],
  $skiptoken: ['MC4xLjI'],
  $filter: ["id eq 'UID0'"],
})

const SYNC = '/servicePrincipals/{AID}/synchronization'
const JOB = `${SYNC}/jobs/{JID}`
const get = (path: string, weight = 1, query?: Template['query']): Template => ({
  ...{ method: 'GET', path, weight },
  ...(query ? { query } : {}),
})
const post = (path: string, body: Template['body'], weight = 1): Template => ({
  ...{ method: 'POST', path, weight },
  ...(body ? { body } : {}),
})
const nothing = (): Json => ({})

const RELATED = ['members', 'transitiveMembers', 'memberOf', 'members/microsoft.graph.user', 'members/$count']
const templates: readonly Template[] = [
  get('/users', 12, list),
  get('/users/$count', 1, queryOf({ $filter: ["displayName eq 'a'"] })),
  post('/users', graphBody.user, 6),
  get('/users/{UID}', 4, shown),
  get("/users('{UID}')", 1, shown),
  get('/users/{ID}', 2, shown),
  { method: 'PATCH', path: '/users/{UID}', body: graphBody.userChange, weight: 8 },
  { method: 'DELETE', path: '/users/{UID}' },
  get('/users/{UID}/manager'),
  { method: 'PUT', path: '/users/{UID}/manager/$ref', body: graphBody.reference, weight: 3 },
  { method: 'DELETE', path: '/users/{UID}/manager/$ref' },
  get('/users/{UID}/memberOf'),
  get('/users/{UID}/directReports'),
  get('/users/{UID}/appRoleAssignments'),
  get('/groups', 8, list),
  post('/groups', graphBody.group, 5),
  get('/groups/{HID}', 2, shown),
  { method: 'PATCH', path: '/groups/{HID}', body: graphBody.groupChange, weight: 6 },
  { method: 'DELETE', path: '/groups/{HID}' },
  ...RELATED.map((path) => get(`/groups/{HID}/${path}`, 1, queryOf({ $top: ['1'], $select: ['id'] }))),
  post('/groups/{HID}/members/$ref', graphBody.reference, 4),
  { method: 'DELETE', path: '/groups/{HID}/members/{UID}/$ref' },
  get('/directoryObjects/{UID}'),
  post('/directoryObjects/getByIds', graphBody.ids, 2),
  get('/directory/deletedItems/microsoft.graph.user', 2, list),
  get('/directory/deletedItems/{UID}'),
  post('/directory/deletedItems/{UID}/restore', nothing, 2),
  get('/users/delta', 3, delta),
  get('/groups/delta', 2, delta),
  get('/applications', 1, list),
  post('/applications', graphBody.application),
  get('/servicePrincipals', 2, list),
  get("/servicePrincipals(appId='PID0')"),
  get('/servicePrincipals/{AID}', 2),
  { method: 'PATCH', path: '/servicePrincipals/{AID}', body: graphBody.application, weight: 2 },
  get('/servicePrincipals/{AID}/appRoleAssignedTo'),
  post('/servicePrincipals/{AID}/appRoleAssignedTo', graphBody.assignment, 2),
  get('/servicePrincipals/{AID}/owners'),
  post('/servicePrincipals/{AID}/owners/$ref', graphBody.reference),
  get(`${SYNC}/templates`),
  get(`${SYNC}/jobs`, 2),
  get(JOB, 2),
  post(`${JOB}/start`, undefined),
  post(`${JOB}/pause`, undefined),
  post(`${JOB}/restart`, graphBody.restart, 2),
  post(`${JOB}/validateCredentials`, graphBody.credentials),
  post(`${JOB}/provisionOnDemand`, graphBody.onDemand),
  get(`${JOB}/schema`, 1),
  { method: 'PUT', path: `${JOB}/schema`, body: graphBody.schema },
  get(`${SYNC}/secrets`),
  { method: 'PUT', path: `${SYNC}/secrets`, body: graphBody.secrets, weight: 2 },
  get('/auditLogs/provisioning', 2, logs),
  get('/auditLogs/directoryAudits', 2, queryOf({ $top: ['1'] })),
  get('/organization'),
  get('/applicationTemplates'),
]

function versionOf(draw: Draw): string {
  return draw.chance(0.85) ? '/v1.0' : draw.pick(['/beta', '/beta', '/v1.0/', '/v2.0'])
}

const OTHER_HEADERS = [
  ['client-request-id', 'a'],
  ['content-type', 'application/vnd.a+json'],
  ['authorization', 'Bearer x'],
] as const

const plain = templateRequests(templates, HEADERS)

function make(draw: Draw): Asked {
  if (draw.chance(0.08)) return batch(draw)
  const asked = plain(draw)
  const headers = draw.chance(0.5) ? [...asked.headers, EVENTUAL] : asked.headers
  const more = draw.chance(0.05) ? [draw.pick(OTHER_HEADERS)] : []
  return { ...asked, target: `${versionOf(draw)}${asked.target}`, headers: [...more, ...headers] }
}

const batched = templateRequests(
  [post('/$batch', (draw) => ({ requests: Array.from({ length: most(draw) }, (_, index) => inner(draw, index)) }))],
  HEADERS,
)

/** Twenty are the limit. */
function most(draw: Draw): number {
  return draw.chance(0.06) ? draw.pick([0, 21]) : 1 + draw.below(3)
}

function batch(draw: Draw): Asked {
  const asked = batched(draw)
  return { ...asked, target: `/v1.0${asked.target}` }
}

function inner(draw: Draw, index: number): Json {
  return {
    ...{
      id: draw.chance(0.02) ? '0' : String(index),
      method: draw.pick(['GET', 'PATCH', 'get']),
      url: withIds(draw.pick(['/users/{UID}', 'groups?$top=1', '/users/nobody', '/users/nobody']), draw),
    },
    ...(draw.chance(0.4)
      ? {
          headers: {
            'Content-Type': 'application/json',
            [draw.pick(['ConsistencyLevel', 'a', 'ConsistencyLevel', 'a', 'a', 'a b'])]: 'eventual',
          },
        }
      : {}),
    ...(draw.chance(0.4) ? { body: graphBody.userChange(draw) } : {}),
    ...(draw.chance(0.5) && index > 0 ? { dependsOn: [draw.chance(0.9) ? '0' : '9'] } : {}),
  }
}

const FILES = ['batch.ts', 'route.ts', 'read-group.ts'].map((file) => `entra-sim/src/graph/${file}`)

/** Graph's own answer to the name of a secret that there is not. */
function isMeant(body: string): boolean {
  return /"code":"InternalError","message":"Requested value '.*' was not found\."/s.test(body)
}

function judgeBatch(said: unknown): void {
  const { responses } = Object(said)
  if (!Array.isArray(responses)) return
  for (const one of responses)
    must(Object(one).status < 500 || isMeant(JSON.stringify(one)), () => `within a batch: ${JSON.stringify(one)}`)
}

export async function graphTarget(open = openWorld): Promise<AnyTarget> {
  const world = await open('entra')
  const surface = { name: 'Microsoft Graph', files: FILES, make, isError: isGraphError, below: /^\/(v1\.0|beta)\// }
  return surfaceTarget({ ...surface, isMeant, judge: judgeBatch }, world)
}
