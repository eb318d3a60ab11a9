import { defineVerb, VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Engine } from '../engine.ts'
import { findApplication, findGroup } from '../plan/org.ts'
import { beginPush } from '../plan/push-acts.ts'
import type { Application } from '../values/application.ts'
import { listGroups } from '../wire/import-people.ts'
import { Pushed } from './inputs.ts'

export function pushGroupVerb(engine: Engine) {
  return defineVerb({
    name: 'push-group',
    describes: "Pushes a group by name: one that is new there, or linked to one of the endpoint's.",
    input: Pushed.extend({
      link: z
        .string()
        .min(1)
        .optional()
        .describe('displayName of a group at the endpoint, to link instead of creating'),
    }),
    async run({ application, group, link }) {
      const app = findApplication(engine.org, application)
      const targetId = link === undefined ? undefined : await targetOf(engine, app, link)
      await engine.act(beginPush(engine.org, app, findGroup(engine.org, group), targetId, engine.maker))
    },
  })
}

/** "Refresh App Groups", and the one that was chosen (O426). */
async function targetOf(engine: Engine, application: Application, name: string): Promise<string> {
  const { connection } = application
  if (!connection) throw new VerbError('conflict', 'Enable provisioning before groups are pushed.')
  const line = await engine.lineTo(application, connection)
  const listed = await engine.talk(listGroups(line), 'import')
  if (listed.failed !== undefined) throw new VerbError('refused', `Refresh App Groups failed: ${listed.failed}`)
  const id = listed.resources.find(({ displayName }) => displayName === name)?.id
  if (typeof id !== 'string') throw new VerbError('not-found', `The endpoint has no group "${name}".`)
  return id
}
