// Which identity providers send to the receiver, or to somebody's own endpoint in its place.
import type { ViewItem } from '@scimulator/shared/behaviour'
import { itemsOf, type Programs } from './people/places.ts'

type Value = Readonly<Record<string, unknown>>

/** Of a sync source of the receiver: its kind says whose it is. */
const KINDS: Readonly<Record<string, string>> = { 'Entra ID': 'entra', JumpCloud: 'jumpcloud' }

/** States of Entra ID's provisioning in which it sends, or would. */
const IS_ON: ReadonlySet<unknown> = new Set(['Active', 'Paused', 'Quarantine'])

/** Whether an application of it sends, or would. */
const SENDS: Readonly<Record<string, (application: Value) => boolean>> = {
  entra: ({ provisioning }) => IS_ON.has(provisioning),
  jumpcloud: ({ integrationActive }) => integrationActive === true,
  okta: ({ baseUrl }) => baseUrl !== undefined,
}

/**
 * At the world's own receiver each has a sync source; an endpoint knows nothing of that, and there whose application is on is connected. Okta
 * is told by its application in both: the receiver has no kind of source for it, so that each of its applications takes one of the first kind.
 */
export async function connectedIn(programs: Programs, isForeign: boolean): Promise<readonly string[]> {
  if (isForeign) return sendersIn(programs, Object.keys(SENDS))
  const [sources, okta] = await Promise.all([
    itemsOf(programs, 'receiver', 'sync-sources'),
    itemsOf(programs, 'okta', 'applications'),
  ])
  const taken = okta.filter(({ value: { baseUrl } }) => sources.some(({ value }) => value.url === baseUrl)).length
  const isLike = ({ value }: ViewItem) => value.kind === 'Entra ID'
  const others = [...sources.filter(isLike).slice(taken), ...sources.filter((one) => !isLike(one))]
  const bySource = new Set(others.flatMap(({ value }) => KINDS[String(value.kind)] ?? []))
  return [...bySource, ...(await sendersIn(programs, ['okta']))]
}

async function sendersIn(programs: Programs, names: readonly string[]): Promise<readonly string[]> {
  const held = await Promise.all(names.map((name) => itemsOf(programs, name, 'applications')))
  return names.filter((name, at) => held[at]?.some(({ value }) => SENDS[name]?.(value)))
}
