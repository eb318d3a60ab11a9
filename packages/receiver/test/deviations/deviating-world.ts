import { urns } from '@scimulator/shared/scim'
import type { DeviationChoice } from '../../src/deviations/deviation-setting.ts'
import type { DeviationName } from '../../src/deviations/deviations.ts'
import type { HandlerRequest } from '../../src/scim/handler-port.ts'
import { type Company, company, enterprise, type IdentityProvider, identityProvider, user } from '../lark/company.ts'

export interface World extends Company {
  readonly idp: IdentityProvider
  readonly ana: string
  readonly bo: string
  readonly group: string
}

/** Lark's own rules stand in the way of some sights; those are taken at a plain service provider. */
export type ProfileName = 'lark' | 'rfc'

/** Ana, and Bo whose manager she is, both in a group; the deviations are on from then on. */
export async function worldOf(deviations: readonly DeviationChoice[], profile: ProfileName = 'lark'): Promise<World> {
  const world = profile === 'lark' ? company() : company({ profile, sources: [{ token: 'secret' }] })
  const plain = () => identityProvider(world.receiver, 'rfc', 'http://lark.example/scim/v2', 'secret')
  const idp = profile === 'lark' ? await world.source() : plain()
  const ana = (await idp.create(user('ana@contoso.example', { externalId: 'x-1', title: 'Boss' }))).body.id
  const manager = enterprise({ manager: { value: ana } })
  const bo = (await idp.create(user('bo@contoso.example', manager))).body.id
  const members = [{ value: ana }, { value: bo }]
  const group = (await idp.send('post', '/Groups', { schemas: [urns.group], displayName: 'Sales', members })).body.id
  await world.act('set-deviations', { deviations })
  return { ...world, idp, ana, bo, group }
}

type Answer = ReturnType<IdentityProvider['send']>

export const list = (filter: string, more = '') => `/Users?filter=${encodeURIComponent(filter)}${more}`
export const patchGroup = (world: World, ...Operations: object[]): Answer =>
  world.idp.send('patch', `/Groups/${world.group}`, { schemas: [urns.patchOp], Operations })
export const membersOf = async (world: World) => (await world.see('user-groups')).Sales?.members

export const ana = async (world: World) => (await world.idp.send('get', `/Users/${world.ana}`)).body
export const additionOf = ({ group }: World, id: string): HandlerRequest => {
  const Operations = [{ op: 'add', path: 'members', value: [{ value: id }] }]
  return {
    method: 'PATCH',
    target: `/scim/v2/Groups/${group}`,
    rawHeaders: ['Authorization', 'Bearer secret', 'Content-Type', 'application/scim+json'],
    body: new TextEncoder().encode(JSON.stringify({ schemas: [urns.patchOp], Operations })),
    baseUrl: 'http://lark.example',
  }
}
export const groupOf = async (world: World) => (await world.idp.send('get', `/Groups/${world.group}`)).body
export const deactivate = (world: World): Answer =>
  world.idp.patch(world.ana, { op: 'replace', path: 'active', value: false })

/** What somebody sees who looks; the right answer first, the deviation's after it. */
export type Sight = [right: unknown, wrong: unknown, look: (world: World) => Promise<unknown>, profile?: ProfileName]

export type Sights = Readonly<Partial<Record<DeviationName, Sight>>>
