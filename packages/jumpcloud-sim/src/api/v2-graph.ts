import { VerbError } from '@scimulator/shared/behaviour'
import { bind, unbind } from '../acts/association-acts.ts'
import { addMember, removeMember } from '../acts/member-acts.ts'
import type { Engine } from '../engine.ts'
import type { AssociationTarget } from '../state/change.ts'
import { connection, GraphOperation, reached, readTarget, readTargets } from './graph.ts'
import { v2List } from './lists.ts'
import { type ApiAnswer, type ApiRequest, NO_CONTENT, type Operation, param } from './operation.ts'
import { requireApplication } from './v1-applications.ts'
import { requireUser } from './v1-systemusers.ts'
import { requireGroup } from './v2-usergroups.ts'

type Json = Readonly<Record<string, unknown>>

export const graphOperations: readonly Operation[] = [
  list('/api/v2/usergroups/{id}/members', ({ view }, request) =>
    [...view.membersOf(groupId(view, request))].map((id) => connection('user', id)),
  ),
  list('/api/v2/usergroups/{id}/membership', ({ view }, request) => {
    const group = groupId(view, request)
    return [...view.membersOf(group)].map((id) => reached('user', id, [[connection('user', id)]]))
  }),
  { method: 'POST', template: '/api/v2/usergroups/{id}/members', run: changeMembers },
  list('/api/v2/usergroups/{id}/associations', ({ view }, request) => {
    readTargets(request.query, ['application'])
    return view.applicationsOf({ type: 'user_group', id: groupId(view, request) }).map(toApplication)
  }),
  list('/api/v2/usergroups/{id}/applications', ({ view }, request) =>
    view
      .applicationsOf({ type: 'user_group', id: groupId(view, request) })
      .map((id) => reached('application', id, [[connection('application', id)]])),
  ),
  {
    method: 'POST',
    template: '/api/v2/usergroups/{id}/associations',
    run: (engine, request) => associateWith(engine, request, { type: 'user_group', id: groupId(engine.view, request) }),
  },
  list('/api/v2/applications/{id}/associations', ({ view }, request) => {
    const { id } = requireApplication(view, param(request, 'id'))
    const type = readTargets(request.query, ['user', 'user_group'])
    return (type === 'user' ? view.boundUsers(id) : view.boundGroups(id)).map((each) => connection(type, each))
  }),
  { method: 'POST', template: '/api/v2/applications/{id}/associations', run: associateApplication },
  list('/api/v2/applications/{id}/usergroups', ({ view }, request) =>
    view
      .boundGroups(requireApplication(view, param(request, 'id')).id)
      .map((id) => reached('user_group', id, [[connection('user_group', id)]])),
  ),
  list('/api/v2/applications/{id}/users', applicationUsers),
  list('/api/v2/users/{id}/memberof', ({ view }, request) =>
    [...view.groupsOf(userId(view, request))].map((id) => reached('user_group', id, [[connection('user_group', id)]])),
  ),
  list('/api/v2/users/{id}/applications', userApplications),
  list('/api/v2/users/{id}/associations', ({ view }, request) => {
    readTargets(request.query, ['application'])
    return view.applicationsOf({ type: 'user', id: userId(view, request) }).map(toApplication)
  }),
  {
    method: 'POST',
    template: '/api/v2/users/{id}/associations',
    run: (engine, request) => associateWith(engine, request, { type: 'user', id: userId(engine.view, request) }),
  },
]

function list(template: string, rows: (engine: Engine, request: ApiRequest) => readonly Json[]): Operation {
  return {
    method: 'GET',
    template,
    run: (engine, request) => v2List(request, rows(engine, request), template.replace('{id}', param(request, 'id'))),
  }
}

/** 204 also for a member who is one already, as measured on a live tenant. */
function changeMembers(engine: Engine, request: ApiRequest): ApiAnswer {
  const { op, type, id } = GraphOperation.parse(request.body)
  if (type !== 'user') throw new VerbError('invalid', `Members of a user group are of type user, not "${type}"`)
  const group = requireGroup(engine.view, param(request, 'id'))
  const user = requireUser(engine.view, id)
  if (op === 'update') return NO_CONTENT
  const event = op === 'add' ? addMember(engine.view, group, user) : removeMember(engine.view, group, user)
  if (event) engine.happen(event, request.by)
  return NO_CONTENT
}

function associateWith(engine: Engine, request: ApiRequest, target: AssociationTarget): ApiAnswer {
  const operation = GraphOperation.parse(request.body)
  if (operation.type !== 'application') {
    throw new VerbError(
      'invalid',
      `This simulator has associations with applications only, not with "${operation.type}"`,
    )
  }
  return associate(engine, request, operation.op, operation.id, target)
}

function associateApplication(engine: Engine, request: ApiRequest): ApiAnswer {
  const operation = GraphOperation.parse(request.body)
  const target = readTarget(operation)
  if (target.type === 'user') requireUser(engine.view, target.id)
  else requireGroup(engine.view, target.id)
  return associate(engine, request, operation.op, param(request, 'id'), target)
}

function associate(
  engine: Engine,
  request: ApiRequest,
  op: GraphOperation['op'],
  applicationId: string,
  target: AssociationTarget,
): ApiAnswer {
  const application = requireApplication(engine.view, applicationId)
  if (op === 'update') return NO_CONTENT
  const event = op === 'add' ? bind(engine.view, application, target) : unbind(engine.view, application, target)
  engine.happen(event, request.by)
  return NO_CONTENT
}

function applicationUsers({ view }: Engine, request: ApiRequest): Json[] {
  const { id } = requireApplication(view, param(request, 'id'))
  const paths = new Map<string, (readonly Json[])[]>()
  const add = (user: string, path: readonly Json[]): void => {
    paths.set(user, [...(paths.get(user) ?? []), path])
  }
  for (const user of view.boundUsers(id)) add(user, [connection('user', user)])
  for (const group of view.boundGroups(id)) {
    for (const user of view.membersOf(group)) add(user, [connection('user_group', group), connection('user', user)])
  }
  return [...paths].map(([user, ways]) => reached('user', user, ways))
}

function userApplications({ view }: Engine, request: ApiRequest): Json[] {
  const user = userId(view, request)
  const paths = new Map<string, (readonly Json[])[]>()
  const add = (application: string, path: readonly Json[]): void => {
    paths.set(application, [...(paths.get(application) ?? []), path])
  }
  for (const id of view.applicationsOf({ type: 'user', id: user })) add(id, [toApplication(id)])
  for (const group of view.groupsOf(user)) {
    for (const id of view.applicationsOf({ type: 'user_group', id: group })) {
      add(id, [connection('user_group', group), toApplication(id)])
    }
  }
  return [...paths].map(([id, ways]) => reached('application', id, ways))
}

function toApplication(id: string): Json {
  return connection('application', id)
}

function groupId(view: Engine['view'], request: ApiRequest): string {
  return requireGroup(view, param(request, 'id')).id
}

function userId(view: Engine['view'], request: ApiRequest): string {
  return requireUser(view, param(request, 'id'))._id
}
