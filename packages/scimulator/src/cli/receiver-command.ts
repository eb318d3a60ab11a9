import { BadInput, suggest } from '@scimulator/harness/scenario'
import {
  createReceiver,
  DeviationChoice,
  DeviationName,
  EventFilterError,
  openReceiver,
  type Receiver,
  type ReceiverOptions,
  receiverSwitches,
} from '@scimulator/receiver'
import { type Listening, listen } from '@scimulator/shared/http'
import { createRandomIds } from '@scimulator/shared/runtime'
import { strict as strictTolerances, type ToleranceName } from '@scimulator/shared/scim'
import { admitHosts } from './admit-hosts.ts'
import { openDataFolder } from './open-data-folder.ts'
import { complain, print } from './output.ts'
import { readFederation } from './read-federation.ts'
import { readSchemaFiles } from './read-schemas.ts'
import { readSwitches } from './read-switches.ts'
import type { ReceiverUpOptions } from './receiver-options.ts'
import { stopSignal } from './stop-signal.ts'

/** Serves until it is told to stop. @returns the exit code */
export async function receiverUp(options: ReceiverUpOptions): Promise<number> {
  const token = options.token ?? createRandomIds().token('source')
  const stop = stopSignal()
  const receiver = await openOrCreate(options, token, stop.fail)
  try {
    const { url } = await serve(receiver, options)
    const shown = tokenWords(options, token, receiver.isNew)
    print(`Receiver (${options.profile}) at ${publicUrlOf(options) ?? url}/scim/v2 with ${shown}; Ctrl-C stops it`)
    return await stop.code
  } finally {
    await receiver.close()
  }
}

/** Where names from outside are said, no other may call. */
function serve(receiver: Receiver, { port, host, allowHost }: ReceiverUpOptions): Promise<Listening> {
  if (allowHost.length === 0) return receiver.listen({ port, host })
  return listen(admitHosts(allowHost, receiver.handle), { port, host })
}

/** What a tenant is told: a tunnel speaks HTTPS under its name. */
function publicUrlOf({ publicUrl, allowHost: [first] }: ReceiverUpOptions): string | undefined {
  return publicUrl ?? (first === undefined ? undefined : `https://${first}`)
}

/** A folder keeps the hash of a token and not the token, so that one of an earlier start cannot be shown again. */
function tokenWords(options: ReceiverUpOptions, token: string, isNew: boolean): string {
  if (options.token !== undefined) return 'the token of --token'
  return isNew ? `token ${token}` : 'the tokens that its folder knows (--token adds another source)'
}

async function openOrCreate(
  given: ReceiverUpOptions,
  token: string,
  fail: (reason: unknown) => void,
): Promise<Receiver> {
  const { data, profile, switch: texts, deviation } = given
  const publicUrl = publicUrlOf(given)
  const behaviour = {
    ...(await rfcOptions(given)),
    ...(given.trust === undefined ? {} : { trustedIssuer: { metadataUrl: readUrl(given.trust) } }),
    ...(given.federation === undefined ? {} : { federation: await readFederation(given.federation) }),
    ...(given.groupPatch === undefined ? {} : { groupPatch: given.groupPatch }),
    ...(given.auth === undefined ? {} : { authentication: given.auth }),
    switches: readSwitches(receiverSwitches, texts),
    deviations: deviation.map(readDeviation),
  }
  const onFault = (fault: unknown): void =>
    complain(fault instanceof Error ? (fault.stack ?? fault.message) : String(fault))
  const client = given.client === undefined ? {} : { client: readClient(given.client) }
  const sources = [{ token, onlyWhenNew: given.token === undefined, ...client }]
  const common = { profile, sources, ...behaviour, onFault, onStopped: fail }
  const options: ReceiverOptions = publicUrl === undefined ? common : { ...common, publicUrl }
  try {
    if (data === undefined) return createReceiver(options)
    return await openDataFolder(data, (listeners) => openReceiver(data, { ...options, ...listeners }))
  } catch (error) {
    throw error instanceof EventFilterError ? new BadInput(error.message) : error
  }
}

/** @throws BadInput for another profile, a file that cannot be used, and a tolerance that does not exist */
async function rfcOptions(given: ReceiverUpOptions): Promise<ReceiverOptions> {
  const { profile, schema, strict, pagination } = given
  const securityEvents = readEvents(given)
  const isAsked = [schema[0], strict, pagination, securityEvents].some((option) => option !== undefined)
  if (isAsked && profile !== 'rfc')
    throw new BadInput('--schema, --strict, --pagination and --events need --profile rfc; what Lark does is fixed.')
  return {
    ...(schema.length > 0 ? { schemas: await readSchemaFiles(schema) } : {}),
    ...(pagination === undefined ? {} : { pagination }),
    ...(securityEvents === undefined ? {} : { securityEvents }),
    ...(strict === undefined ? {} : { strict: strict === true ? true : strict.map(readTolerance) }),
  }
}

/** @throws BadInput for what says how events are told where none are */
function readEvents({ events, eventFilter, unsignedEvents }: ReceiverUpOptions): ReceiverOptions['securityEvents'] {
  if (events !== undefined) return { payload: events, filter: eventFilter, signed: unsignedEvents !== true }
  if (eventFilter === undefined && unsignedEvents === undefined) return undefined
  throw new BadInput('--event-filter and --unsigned-events need --events notice or --events full.')
}

/** @throws BadInput that never shows the secret */
function readClient(text: string): { readonly id: string; readonly secret: string } {
  const at = text.indexOf(':')
  if (at < 1 || at === text.length - 1) throw new BadInput('--client is the id of a client, ":" and its secret.')
  return { id: text.slice(0, at), secret: text.slice(at + 1) }
}

function readUrl(text: string): string {
  if (URL.canParse(text) && /^https?:/i.test(text)) return text
  throw new BadInput(
    `--trust is "${text}"; write the URL of an OpenID configuration, such as https://…/.well-known/openid-configuration.`,
  )
}

function readTolerance(text: string): ToleranceName {
  const names = [...strictTolerances]
  const found = names.find((name) => name === text)
  if (found !== undefined) return found
  throw new BadInput(`There is no tolerance "${text}". ${suggest(text, names)}`)
}

/** A name, or for one that waits `slow=2s`. */
function readDeviation(text: string): DeviationChoice {
  const choice = DeviationChoice.safeParse(text)
  if (choice.success) return choice.data
  const [, name = text, pause] = /^([^=:]*)\s*[=:](.*)$/.exec(text) ?? []
  const isKnown = DeviationName.options.some((known) => known === name)
  if (isKnown)
    throw new BadInput(`The deviation "${name}" does not take "${pause?.trim()}". A pause is written slow=2s.`)
  throw new BadInput(`There is no deviation "${name}". ${suggest(name, DeviationName.options)}`)
}
