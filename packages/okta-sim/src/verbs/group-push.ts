import { defineVerb, VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Engine } from '../engine.ts'
import { pushOne } from '../plan/group-pushes.ts'
import { findApplication, findGroup, findPush } from '../plan/org.ts'
import { beginPush, setPushActive, unlink } from '../plan/push-acts.ts'
import type { Application } from '../values/application.ts'
import { listAll } from '../wire/import-people.ts'
import { ApplicationName, GroupName } from './inputs.ts'

const Pushed = z.strictObject({ application: ApplicationName, group: GroupName })

export function groupPushVerbs(engine: Engine) {
  const found = ({ application, group }: z.infer<typeof Pushed>) => {
    const app = findApplication(engine.org, application)
    return { app, push: findPush(engine.org, app, findGroup(engine.org, group)) }
  }
  const active = (name: 'activate-group-push' | 'deactivate-group-push', describes: string) =>
    defineVerb({
      ...{ name, describes, input: Pushed },
      run(input) {
        const { app, push } = found(input)
        return engine.act(setPushActive(engine.org, app, push, name === 'activate-group-push', engine.maker))
      },
    })
  return [
    beginning(engine),
    defineVerb({
      name: 'push-now',
      describes: 'Writes a pushed group whole, over what the endpoint has.',
      input: Pushed,
      run: (input) => engine.act(pushOne(engine.org, found(input).push, true, engine.maker)),
    }),
    active('activate-group-push', 'Starts a push again, with the whole group.'),
    active('deactivate-group-push', 'Stops a push and leaves the group at the endpoint.'),
    defineVerb({
      name: 'unlink-group',
      describes: 'Ends a push; the group at the endpoint is deleted, or left there.',
      input: Pushed.extend({
        deleteTarget: z.boolean().default(true).describe('Deletes the group in the target app'),
      }),
      run({ deleteTarget, ...input }) {
        const { app, push } = found(input)
        return engine.act(unlink(engine.org, app, push, deleteTarget, engine.maker))
      },
    }),
  ]
}

function beginning(engine: Engine) {
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
  const { behaviour } = engine
  const listed = await engine.talk(listAll({ application, connection, behaviour }, 'Groups'), 'import')
  if (listed.failed !== undefined) throw new VerbError('refused', `Refresh App Groups failed: ${listed.failed}`)
  const id = listed.resources.find(({ displayName }) => displayName === name)?.id
  if (typeof id !== 'string') throw new VerbError('not-found', `The endpoint has no group "${name}".`)
  return id
}
