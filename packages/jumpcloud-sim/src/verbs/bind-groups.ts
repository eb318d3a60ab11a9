import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { bind, unbind } from '../acts/association-acts.ts'
import type { Engine } from '../engine.ts'
import { findApplication, findGroup } from '../state/find.ts'
import { ApplicationName, GroupName } from './inputs.ts'
import { ADMIN, settled } from './settled.ts'

export function bindGroupsVerb(engine: Engine) {
  return defineVerb({
    name: 'bind-groups',
    describes:
      'User Groups tab, Save: exactly these groups are bound to the application from now on; others are taken off.',
    input: z.strictObject({ application: ApplicationName, groups: z.array(GroupName) }),
    run: async ({ application: name, groups }) => {
      const { view } = engine
      const application = findApplication(view, name)
      const wanted = new Set(groups.map((group) => findGroup(view, group).id))
      const bound = view.boundGroups(application.id)
      // First those that come: who is in one of them as well is in scope all the time.
      for (const id of [...wanted].filter((one) => !bound.includes(one)))
        engine.happen(bind(view, application, { type: 'user_group', id }), ADMIN)
      for (const id of bound.filter((one) => !wanted.has(one)))
        engine.happen(unbind(view, application, { type: 'user_group', id }), ADMIN)
      await settled(engine)
      return { groups: view.boundGroups(application.id).map((id) => view.groups.get(id)?.name ?? id) }
    },
  })
}
