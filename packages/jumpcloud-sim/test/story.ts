import { canonicalTranscript } from '@scimulator/shared/provisioning'
import { createActiveWorld, START, type World, type WorldOptions } from './world.ts'

/** A short history that uses everything which a switch can change, as a canonical transcript. */
export async function tellStory(options: WorldOptions): Promise<string> {
  const world = await createActiveWorld(options)
  await people(world)
  world.target.supplied = { photos: [{ value: 'https://img.example/1.png' }] }
  await world.act('bind-group', { group: 'Engineering & Design' })
  await world.advance(60_000)
  await world.act('bind-user', { user: 'zoë' })
  await world.act('lock-user', { user: 'ana' })
  await world.act('update-user', { user: 'bo', set: { jobTitle: 'Lead', department: '', phoneNumbers: [] } })
  await world.act('rename-group', { group: 'Engineering & Design', name: 'Builders' })
  await world.act('remove-member', { group: 'Builders', user: 'bo' })
  await world.advance(60_000)
  await world.act('delete-user', { user: 'ana' })
  await world.advance(60_000)
  await failing(world)
  await world.act('deactivate')
  await world.act('test-connection')
  await world.act('activate')
  await world.advance(60_000)
  return canonicalTranscript(world.target.exchanges, { baseUrls: { target: 'https://scim.example/v2' }, start: START })
}

async function people(world: World): Promise<void> {
  await world.act('create-user', {
    username: 'ana',
    email: 'ana@example.com',
    firstname: 'Ana',
    lastname: "O'Neil",
    jobTitle: 'Engineer',
    department: 'Engineering',
    employeeIdentifier: 'E1',
    employeeType: 'Regular',
    company: 'Example',
    costCenter: '42',
    addresses: [
      { type: 'home', country: 'PT' },
      { type: 'work', country: 'BR', locality: 'São Paulo' },
    ],
    phoneNumbers: [{ type: 'work', number: '+1 425 555 0101' }],
  })
  await world.act('create-user', {
    username: 'bo',
    email: 'bo@example.com',
    displayname: 'Bo the Builder',
    department: 'Engineering',
    phoneNumbers: [{ type: 'work', number: '1' }],
  })
  await world.act('create-user', { username: 'zoë', email: 'zoe@example.com', firstname: 'Zoë', lastname: 'D' })
  await world.act('create-user', { username: 'sid', email: 'sid@example.com', state: 'STAGED' })
  await world.act('create-group', { name: 'Engineering & Design', members: ['ana', 'bo', 'sid'] })
}

/** A target that is away for a while, then answers an update without a body and a create with 200. */
async function failing(world: World): Promise<void> {
  world.target.intercept = () => ({ status: 503, headers: [], body: '' })
  await world.act('update-user', { user: 'zoë', set: { jobTitle: 'Designer' } })
  await world.advance(600_000)
  world.target.intercept = ({ method, url }) =>
    method === 'PUT' && url.includes('/Users') ? { status: 204, headers: [], body: '' } : undefined
  await world.act('update-user', { user: 'zoë', set: { jobTitle: 'Head of Design' } })
  await world.advance(60_000)
  world.target.intercept = ({ method, url, body }) => {
    if (method !== 'POST' || !url.endsWith('/Users')) return undefined
    const user = { ...JSON.parse(body ?? '{}'), id: 'dee' }
    world.target.users.set('dee', user)
    return { status: 200, headers: [], body: JSON.stringify(user) }
  }
  await world.act('create-user', { username: 'dee', email: 'dee@example.com' })
  await world.act('add-member', { group: 'Builders', user: 'dee' })
  await world.advance(60_000)
  world.target.intercept = () => undefined
  await world.act('update-user', { user: 'dee', set: { jobTitle: 'Temp' } })
  await world.advance(60_000)
  await refused(world)
  await mistyped(world)
}

/** A user whom the target refuses at first, so that his membership hangs on a later push. */
async function refused(world: World): Promise<void> {
  world.target.intercept = ({ method, url }) =>
    method === 'POST' && url.endsWith('/Users') ? { status: 400, headers: [], body: '' } : undefined
  await world.act('create-user', { username: 'fay', email: 'fay@example.com' })
  await world.act('add-member', { group: 'Builders', user: 'fay' })
  await world.advance(60_000)
  world.target.intercept = () => undefined
  await world.act('update-user', { user: 'fay', set: { jobTitle: 'Clerk' } })
  await world.advance(60_000)
}

/** A target that answers a role whose mark is a text. */
async function mistyped(world: World): Promise<void> {
  world.target.supplied = { roles: [{ value: 'user', primary: 'True' }] }
  await world.act('create-user', { username: 'gus', email: 'gus@example.com' })
  await world.act('add-member', { group: 'Builders', user: 'gus' })
  await world.advance(60_000)
  world.target.supplied = {}
}
