import { defineVerb, VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { connectedIn } from '../connected-in.ts'
import { PROVIDER_NAMES, PROVIDERS, type SetUpStep } from '../set-up-steps.ts'
import type { LiveWorld } from '../world-port.ts'

/** Everything that the help page of an identity provider asks for, in its order, done by the verbs of the programs. */
export const setUpVerb = (world: LiveWorld) =>
  defineVerb({
    name: 'set-up',
    describes: 'Connects an identity provider with the receiver, from the sync source to the first people.',
    input: z.strictObject({
      provider: z.enum(PROVIDER_NAMES).describe('entra, jumpcloud or okta'),
    }),
    async run({ provider }) {
      const { title, kind, name, groupsView, steps } = PROVIDERS[provider]
      const groups = await keysOf(world, provider, groupsView)
      if (world.target)
        return { steps: await connectTo(world, world.target, steps({ ...world.target, name: '', groups })) }
      if ((await connectedIn(world.now().programs, false)).includes(provider))
        throw new VerbError('conflict', `${title} is connected already: there is a sync source for it at the receiver.`)
      const wanted = { kind, activate: true, ...(name === undefined ? {} : { name }) }
      const source = AddedSource.parse(await act(world, 'receiver', 'add-source', wanted))
      return { steps: await carryOut(world, steps({ ...source, groups }), ['receiver.add-source']) }
    },
  })

/** The receiver's half is its owner's. @throws VerbError `conflict` where the identity provider has an application already */
async function connectTo(
  world: LiveWorld,
  target: { url: string },
  steps: readonly SetUpStep[],
): Promise<readonly string[]> {
  const own = steps.filter(({ program }) => program !== 'receiver')
  const [first] = own
  if (first && (await hasApplication(world, first.program)))
    throw new VerbError(
      'conflict',
      `${first.program} has an application for ${target.url} already. Go on with it on its pages, or start over.`,
    )
  return carryOut(world, own)
}

async function hasApplication(world: LiveWorld, program: string): Promise<boolean> {
  return (await keysOf(world, program, 'applications')).length > 0
}

const AddedSource = z.object({ name: z.string(), url: z.string(), token: z.string() })

/**
 * What is done stays when a later step is refused, as it does for a person who walks the pages: the report of a failed test stands there.
 * @param done verbs that were carried out before
 * @throws VerbError of the step that was refused, which names the steps before it
 */
async function carryOut(
  world: LiveWorld,
  steps: readonly SetUpStep[],
  done: readonly string[] = [],
): Promise<readonly string[]> {
  const all = [...done]
  try {
    for (const { program, verb, input } of steps) {
      await act(world, program, verb, input).catch((error: unknown) => {
        throw stoppedAt(`${program}.${verb}`, all, error)
      })
      await world.now().settle()
      all.push(`${program}.${verb}`)
    }
  } finally {
    world.noteChanges()
  }
  return all
}

function stoppedAt(step: string, done: readonly string[], error: unknown): unknown {
  if (!(error instanceof VerbError)) return error
  const before = done.length > 0 ? ` These steps are done: ${done.join(', ')}.` : ''
  return new VerbError(error.code, `${step}: ${error.message}${before} Go on from there on the pages, or start over.`)
}

async function act(world: LiveWorld, program: string, verb: string, input: object): Promise<unknown> {
  const found = world.now().program(program)?.control.verbs.get(verb)
  if (!found) throw new VerbError('not-found', `There is no ${program}.${verb} in this world.`)
  return found.run(input)
}

async function keysOf(world: LiveWorld, program: string, view: string): Promise<readonly string[]> {
  const items = (await world.now().program(program)?.control.views.get(view)?.read({})) ?? []
  return items.map(({ key }) => key)
}
