// /api/v1/groups/rules (O920).
import { z } from 'zod'
import type { Engine } from '../engine.ts'
import { after } from '../plan/after.ts'
import { changeRule, createRule } from '../plan/group-rules.ts'
import type { Org } from '../plan/org.ts'
import { activateRule, deactivateRule, deleteRule } from '../plan/people.ts'
import type { GroupRule } from '../values/group-rule.ts'
import { notFound } from './api-error.ts'
import { requireGroup } from './found.ts'
import { type ApiAnswer, type ApiRequest, flag, type Json, NO_CONTENT, type Operation, ok, param } from './operation.ts'
import { pageOf } from './paging.ts'

const Written = z.looseObject({
  name: z.string().min(1),
  conditions: z.looseObject({ expression: z.looseObject({ value: z.string().min(1) }) }),
  actions: z.looseObject({ assignUserToGroups: z.looseObject({ groupIds: z.array(z.string()).min(1) }) }),
})

const LIST = '/api/v1/groups/rules'
const ONE = `${LIST}/{groupRuleId}`

export const groupRuleOperations: readonly Operation[] = [
  { method: 'GET', template: LIST, run: list },
  { method: 'POST', template: LIST, run: create },
  { method: 'GET', template: ONE, run: ({ org }, request) => ok(rendered(required(org, request))) },
  {
    method: 'PUT',
    template: ONE,
    run(engine, request) {
      engine.begin(changeRule(required(engine.org, request), writtenIn(engine.org, request), engine.maker))
      return ok(rendered(required(engine.org, request)))
    },
  },
  {
    method: 'DELETE',
    template: ONE,
    run(engine, request) {
      const rule = required(engine.org, request)
      engine.begin(deleteRule(engine.org, rule, flag(request, 'removeUsers', false), engine.maker))
      return { status: 202 }
    },
  },
  {
    method: 'POST',
    template: `${ONE}/lifecycle/activate`,
    run(engine, request) {
      engine.begin(activateRule(engine.org, required(engine.org, request), engine.maker))
      return NO_CONTENT
    },
  },
  {
    method: 'POST',
    template: `${ONE}/lifecycle/deactivate`,
    run(engine, request) {
      engine.begin(deactivateRule(required(engine.org, request), engine.maker))
      return NO_CONTENT
    },
  },
]

function list({ org }: Engine, request: ApiRequest): ApiAnswer {
  return pageOf(request, org.all('groupRule').map(rendered), { usual: 50, most: 200 })
}

function create(engine: Engine, request: ApiRequest): ApiAnswer {
  const { org, maker } = engine
  const written = writtenIn(org, request)
  const step = createRule(org, written, maker)
  engine.begin(step)
  const made = after(org, step.changes)
    .all('groupRule')
    .find(({ name }) => name === written.name)
  if (!made) throw notFound(written.name, 'GroupRule')
  return ok(rendered(made))
}

function writtenIn(org: Org, { body }: ApiRequest): Pick<GroupRule, 'name' | 'expression' | 'groupIds'> {
  const { name, conditions, actions } = Written.parse(body ?? {})
  const { groupIds } = actions.assignUserToGroups
  return { name, expression: conditions.expression.value, groupIds: groupIds.map((id) => requireGroup(org, id).id) }
}

function required(org: Org, request: ApiRequest): GroupRule {
  const id = param(request, 'groupRuleId')
  const rule = org.get('groupRule', id)
  if (rule) return rule
  throw notFound(id, 'GroupRule')
}

function rendered({ id, name, status, expression, groupIds, created, lastUpdated }: GroupRule): Json {
  return {
    ...{ type: 'group_rule', id, status, name, created, lastUpdated },
    conditions: {
      people: { users: { exclude: [] }, groups: { exclude: [] } },
      expression: { value: expression, type: 'urn:okta:expression:1.0' },
    },
    actions: { assignUserToGroups: { groupIds } },
  }
}
