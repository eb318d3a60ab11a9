import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Engine } from '../engine.ts'
import { assign, connect, createApplication, provisionMissing, setFeatures, setMappings } from '../plan/applications.ts'
import { findApplication, findGroup, findUser } from '../plan/org.ts'
import { type Application, type Connection, Features, KINDS } from '../values/application.ts'
import { ApplicationName, GroupName, UserName } from './inputs.ts'

const Own = z.strictObject({ application: ApplicationName })

export function applicationVerbs(engine: Engine) {
  return [
    defineVerb({
      name: 'create-application',
      describes: 'Makes an application: with the App Integration Wizard, or from a template of the catalogue.',
      input: z.strictObject({
        label: z.string().min(1).describe('Name of the application'),
        kind: z
          .enum(KINDS)
          .default('wizard')
          .describe('wizard writes by PUT, catalogue by PATCH; it cannot be changed'),
      }),
      async run({ label, kind }) {
        const { application, step } = createApplication(engine.org, label, kind, engine.maker)
        await engine.act(step)
        return { id: application.id }
      },
    }),
    defineVerb({
      name: 'configure-scim',
      describes: 'Enables provisioning. People who have the application already are not sent; see provision-users.',
      input: Own.extend({
        baseUrl: z.url().describe('SCIM connector base URL'),
        token: z
          .string()
          .min(1)
          .describe('What is typed: the wizard sends "Bearer" before it, the catalogue sends it as it is typed'),
      }),
      run({ application, baseUrl, token }) {
        const known = findApplication(engine.org, application)
        return engine.act(connect(known, connectionOf(known, baseUrl, token)))
      },
    }),
    defineVerb({
      name: 'set-features',
      describes: 'Ticks or clears features of provisioning: Create Users, Update User Attributes, Deactivate Users.',
      input: Own.extend(Features.partial().shape),
      run({ application, ...ticked }) {
        const known = findApplication(engine.org, application)
        const features = Features.parse({ ...known.features, ...ticked })
        return engine.act(setFeatures(known, features))
      },
    }),
    ...assignments(engine),
    defineVerb({
      name: 'provision-users',
      describes: 'Sends people who were assigned before provisioning was enabled.',
      input: Own,
      run: ({ application }) =>
        engine.act(provisionMissing(engine.org, findApplication(engine.org, application), engine.maker)),
    }),
    mappings(engine),
  ]
}

function connectionOf({ kind }: Application, baseUrl: string, token: string): Connection {
  return { baseUrl: baseUrl.replace(/\/$/, ''), authorization: kind === 'wizard' ? `Bearer ${token}` : token }
}

function assignments(engine: Engine) {
  const person = (name: 'assign-user' | 'unassign-user', describes: string) =>
    defineVerb({
      ...{ name, describes, input: Own.extend({ user: UserName }) },
      run({ application, user }) {
        const [{ id: appId }, { id }] = [findApplication(engine.org, application), findUser(engine.org, user)]
        return engine.act(assign(engine.org, { appId, type: 'user', id }, name === 'assign-user', engine.maker))
      },
    })
  const group = (name: 'assign-group' | 'unassign-group', describes: string) =>
    defineVerb({
      ...{ name, describes, input: Own.extend({ group: GroupName }) },
      run({ application, group }) {
        const [{ id: appId }, { id }] = [findApplication(engine.org, application), findGroup(engine.org, group)]
        return engine.act(assign(engine.org, { appId, type: 'group', id }, name === 'assign-group', engine.maker))
      },
    })
  return [
    person('assign-user', 'Assigns a person: the endpoint is asked for the user name, then they are made or linked.'),
    person('unassign-user', 'Takes the assignment of a person back; they are deactivated unless a group assigns them.'),
    group('assign-group', 'Assigns a group: each member as if assigned alone.'),
    group('unassign-group', 'Takes the assignment of a group back.'),
  ]
}

function mappings(engine: Engine) {
  return defineVerb({
    name: 'set-mapping',
    describes: "Maps an attribute of Okta's profile to one of the application, or takes the mapping away.",
    input: Own.extend({
      externalName: z.string().min(1).describe("Path at the endpoint, such as phoneNumbers.^[type=='work'].value"),
      externalNamespace: z
        .string()
        .default('urn:ietf:params:scim:schemas:core:2.0:User')
        .describe('URN of the schema that has it'),
      source: z.string().nullable().describe("Attribute of Okta's profile; null takes the mapping away"),
      pushStatus: z.enum(['PUSH', 'DONT_PUSH']).default('PUSH').describe('DONT_PUSH: on create only'),
      applyNow: z.boolean().default(true).describe('Pushes everybody whose profile became another by it'),
    }),
    run({ application, applyNow, source, ...target }) {
      const known = findApplication(engine.org, application)
      const isOther = (one: { externalName: string; externalNamespace: string }) =>
        one.externalName !== target.externalName || one.externalNamespace !== target.externalNamespace
      const next = [...known.mappings.filter(isOther), ...(source === null ? [] : [{ ...target, source }])]
      return engine.act(setMappings(engine.org, known, next, applyNow, engine.maker))
    },
  })
}
