import { defineVerb } from '@scimulator/shared/behaviour'
import type { Engine } from '../engine.ts'
import { assign } from '../plan/applications.ts'
import { findApplication, findGroup } from '../plan/org.ts'
import { GroupName, OfApplication } from './inputs.ts'

export function unassignGroupVerb(engine: Engine) {
  return defineVerb({
    name: 'unassign-group',
    describes: 'Removes the assignment of a group.',
    input: OfApplication.extend({ group: GroupName }),
    run({ application, group }) {
      const { org, maker } = engine
      const [{ id: appId }, { id }] = [findApplication(org, application), findGroup(org, group)]
      return engine.act(assign(org, { appId, type: 'group', id }, false, maker))
    },
  })
}
