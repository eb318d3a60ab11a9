// What the options of `scimulator receiver up` say, as the receiver takes it.
import { suggest } from '@scimulator/shared/nearest'
import { BadOption } from '@scimulator/shared/program'
import { strict as strictTolerances, type ToleranceName } from '@scimulator/shared/scim'
import { z } from 'zod'
import { DeviationChoice } from '../deviations/deviation-setting.ts'
import { DeviationName } from '../deviations/deviations.ts'
import { AUTHENTICATION_METHODS } from '../oauth/authentication.ts'
import type { ReceiverOptions } from '../receiver-options.ts'
import { readFederation } from './read-federation.ts'
import { readSchemaFiles } from './read-schemas.ts'

/** As commander hands them over. */
export const Flags = z.object({
  token: z.string().optional(),
  publicUrl: z.string().optional(),
  /** Names by which it is called from outside. */
  allowHost: z.array(z.string()).default([]),
  deviation: z.array(z.string()).default([]),
  auth: z.array(z.enum(AUTHENTICATION_METHODS)).optional(),
  /** URL of an OpenID configuration. */
  trust: z.string().optional(),
  /** File of a client that shows assertions. */
  federation: z.string().optional(),
  /** `id:secret` */
  client: z.string().optional(),
  /** What security events tell of a change. */
  events: z.enum(['notice', 'full']).optional(),
  /** A SCIM filter: whose changes are in the feed. */
  eventFilter: z.string().optional(),
  unsignedEvents: z.literal(true).optional(),
  pagination: z.enum(['index', 'cursor', 'both']).optional(),
  groupPatch: z.enum(['noContent', 'resource', 'bySize']).optional(),
  schema: z.array(z.string()).default([]),
  /** True for all of them. */
  strict: z.union([z.literal(true), z.array(z.string())]).optional(),
})
export type Flags = z.infer<typeof Flags>

/** How clients get in, what the receiver does otherwise, and what the profile rfc has beside Lark's. @throws BadOption */
export async function readBehaviour(flags: Flags, profile: 'lark' | 'rfc'): Promise<ReceiverOptions> {
  const { auth, trust, federation, groupPatch, deviation } = flags
  return {
    ...(await readRfcOptions(flags, profile)),
    ...(trust === undefined ? {} : { trustedIssuer: { metadataUrl: readUrl(trust) } }),
    ...(federation === undefined ? {} : { federation: await readFederation(federation) }),
    ...(groupPatch === undefined ? {} : { groupPatch }),
    ...(auth === undefined ? {} : { authentication: auth }),
    deviations: deviation.map(readDeviation),
  }
}

/** @throws BadOption for another profile, a file that cannot be used, and a tolerance that does not exist */
async function readRfcOptions(flags: Flags, profile: 'lark' | 'rfc'): Promise<ReceiverOptions> {
  const { schema, strict, pagination } = flags
  const securityEvents = readEvents(flags)
  const isAsked = [schema[0], strict, pagination, securityEvents].some((option) => option !== undefined)
  if (isAsked && profile !== 'rfc')
    throw new BadOption('--schema, --strict, --pagination and --events need --profile rfc; what Lark does is fixed.')
  return {
    ...(schema.length > 0 ? { schemas: await readSchemaFiles(schema) } : {}),
    ...(pagination === undefined ? {} : { pagination }),
    ...(securityEvents === undefined ? {} : { securityEvents }),
    ...(strict === undefined ? {} : { strict: strict === true ? true : strict.map(readTolerance) }),
  }
}

/** @throws BadOption for what says how events are told where none are */
function readEvents({ events, eventFilter, unsignedEvents }: Flags): ReceiverOptions['securityEvents'] {
  if (events !== undefined) return { payload: events, filter: eventFilter, signed: unsignedEvents !== true }
  if (eventFilter === undefined && unsignedEvents === undefined) return undefined
  throw new BadOption('--event-filter and --unsigned-events need --events notice or --events full.')
}

/** @throws BadOption that never shows the secret */
export function readClient(text: string): { readonly id: string; readonly secret: string } {
  const at = text.indexOf(':')
  if (at < 1 || at === text.length - 1) throw new BadOption('--client is the id of a client, ":" and its secret.')
  return { id: text.slice(0, at), secret: text.slice(at + 1) }
}

function readUrl(text: string): string {
  if (URL.canParse(text) && /^https?:/i.test(text)) return text
  throw new BadOption(
    `--trust is "${text}"; write the URL of an OpenID configuration, such as https://…/.well-known/openid-configuration.`,
  )
}

function readTolerance(text: string): ToleranceName {
  const names = [...strictTolerances]
  const found = names.find((name) => name === text)
  if (found !== undefined) return found
  throw new BadOption(`There is no tolerance "${text}". ${suggest(text, names)}`)
}

/** A name, or for one that waits `slow=2s`. */
function readDeviation(text: string): DeviationChoice {
  const choice = DeviationChoice.safeParse(text)
  if (choice.success) return choice.data
  const [, name = text, pause] = /^([^=:]*)\s*[=:](.*)$/.exec(text) ?? []
  const isKnown = DeviationName.options.some((known) => known === name)
  if (isKnown)
    throw new BadOption(`The deviation "${name}" does not take "${pause?.trim()}". A pause is written slow=2s.`)
  throw new BadOption(`There is no deviation "${name}". ${suggest(name, DeviationName.options)}`)
}
