// What the receiver says of itself to its host.
import {
  type HostedProgram,
  type ProgramDescriptor,
  type ProgramSetup,
  switchesOf,
  switchesType,
} from '@scimulator/shared/program'
import { parseDuration, skewedSchedule } from '@scimulator/shared/runtime'
import { parseFilter, readResourceTypes, readSchemas, strict, type ToleranceName } from '@scimulator/shared/scim'
import { z } from 'zod'
import { receiverSwitches } from './behaviour.ts'
import { DeviationChoice } from './deviations/deviation-setting.ts'
import { DATA_VERSIONS } from './directory/data-versions.ts'
import { AUTHENTICATION_METHODS } from './oauth/authentication.ts'
import { createReceiver, openReceiver, type Receiver } from './receiver.ts'
import type { ReceiverOptions } from './receiver-options.ts'
import { answerClientError } from './scim/host/client-error.ts'
import { receiverUp } from './up/serve.ts'

const ReceiverGiven = z.strictObject({
  profile: z.enum(['lark', 'rfc']).default('lark').describe('rfc: a plain service provider without Lark’s rules'),
  deviations: z.array(DeviationChoice).default([]).describe('What the receiver does wrong from the start'),
  switches: switchesType(receiverSwitches),
  authentication: z
    .array(z.enum(AUTHENTICATION_METHODS))
    .min(1)
    .optional()
    .describe('How clients may sign in; default bearer, and with the profile rfc oauth2 as well'),
  groupPatch: z
    .enum(['noContent', 'resource', 'bySize'])
    .optional()
    .describe(
      'How a PATCH of a group is answered: 204, 200 with the group, or 200 up to 1,000 members; default bySize',
    ),
  securityEvents: z
    .union([
      z.enum(['notice', 'full']),
      z.strictObject({
        payload: z.enum(['notice', 'full']).optional(),
        filter: z.string().superRefine(refuseFilter).optional(),
        signed: z.boolean().optional(),
      }),
    ])
    .optional()
    .describe(
      'Publishes changes to clients that poll /scim/v2/SecurityEvents (RFC 9967): names of attributes, or values; with the profile rfc; default none',
    ),
  pagination: z
    .enum(['index', 'cursor', 'both'])
    .optional()
    .describe('How the profile rfc pages lists: by index, by cursor (RFC 9865), or as the client asks; default both'),
  accessTokenLifetime: z
    .string()
    .refine((text) => (parseDuration(text) ?? 0) > 0, 'A time is written 30s, 2m or 1h')
    .optional()
    .describe('How long an access token of /oauth/token is good; default 1h'),
  clockSkew: z
    .string()
    .refine(
      (text) => skewOf(text) !== undefined,
      'A skew is written 6m for a clock that is ahead, and -6m for one behind',
    )
    .optional()
    .describe('How far the receiver’s clock is ahead of the run’s, such as 6m; behind it with a minus'),
  schemas: z
    .union([z.record(z.string(), z.unknown()), z.array(z.record(z.string(), z.unknown()))])
    .superRefine(refuseUnreadable)
    .optional()
    .describe(
      'Schemas and resource types beyond RFC 7643, as GET /Schemas and GET /ResourceTypes show them; with the profile rfc',
    ),
  strict: z
    .union([z.boolean(), z.array(z.enum([...strict] as [ToleranceName, ...ToleranceName[]]))])
    .optional()
    .describe('What the profile rfc refuses although clients write it: all of it, or what is named'),
})

export const receiverProgram: ProgramDescriptor = {
  name: 'receiver',
  title: 'The receiver',
  actor: 'lark',
  given: 'receiver',
  options: ReceiverGiven,
  isReceiver: true,
  switches: receiverSwitches,
  quirks: [],
  fidelity: async () => (await import('./fidelity.ts')).RECEIVER_FIDELITY,
  dataVersions: DATA_VERSIONS,
  create: (setup) => hosted(createReceiver(optionsOf(setup))),
  open: async (folder, setup) => hosted(await openReceiver(folder, optionsOf(setup))),
  prepareServer: (server) => void server.on('clientError', answerClientError),
  up: receiverUp,
}

function optionsOf({ options, send: _send, isTheirs: _isTheirs, ...setup }: ProgramSetup): ReceiverOptions {
  const { switches: _switches, accessTokenLifetime, clockSkew = '0s', ...own } = ReceiverGiven.parse(options)
  const skew = skewOf(clockSkew) ?? 0
  const schedule = skew === 0 ? setup.schedule : skewedSchedule(setup.schedule, skew)
  const lifetime =
    accessTokenLifetime === undefined ? {} : { accessTokenLifetimeMs: parseDuration(accessTokenLifetime) ?? 0 }
  return { ...setup, schedule, ...own, ...lifetime, ...switchesOf(options) }
}

function hosted(receiver: Receiver): HostedProgram {
  const { control, controls, handle, scim } = receiver
  return { control, controls, handle, scim, close: () => receiver.close() }
}

/** Milliseconds; undefined for what is none. */
function skewOf(text: string): number | undefined {
  const amount = parseDuration(text.replace(/^-/, ''))
  return amount === undefined || !text.startsWith('-') ? amount : -amount
}

function refuseFilter(text: string, context: z.RefinementCtx): void {
  try {
    parseFilter(text)
  } catch (error) {
    context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) })
  }
}

function refuseUnreadable(schemas: unknown, context: z.RefinementCtx): void {
  try {
    readResourceTypes(schemas, readSchemas(schemas))
  } catch (error) {
    context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) })
  }
}
