import { defineVerb, VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { createApp, createJob } from '../acts/job-acts.ts'
import type { EntraContext } from '../context.ts'

const RoleInput = z.strictObject({ value: z.string().min(1), displayName: z.string().optional() })

const Input = z.strictObject({
  name: z.string().min(1).describe('Name of the app'),
  roles: z.array(RoleInput).default([]).describe('App roles beside the one named User'),
  factoryTag: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9]*$/)
    .optional()
    .describe('Of a SCIM connector of the gallery, such as slackOutDelta: the ids of its jobs begin with it'),
})

export const createAppVerb = (context: EntraContext) =>
  defineVerb({
    name: 'create-app',
    describes: 'Creates a custom (non-gallery) application with a provisioning job (Lark D01).',
    input: Input,
    run: ({ name, roles, factoryTag }) => {
      const { ids, view } = context.ports
      if ([...view.servicePrincipals.values()].some(({ displayName }) => displayName === name)) {
        throw new VerbError('conflict', `There is an app "${name}" already; choose another name.`)
      }
      const appRoles = roles.map(({ value, displayName }) => {
        return { id: ids.uuid('AppRole'), value, displayName: displayName ?? value, isEnabled: true }
      })
      const app = createApp(context, name, appRoles, factoryTag === undefined ? {} : { factoryTag })
      const job = createJob(context, app, factoryTag)
      return { id: app.id, appId: app.appId, jobId: job.id }
    },
  })
