// Where the programs of a world listen for those who use their own interfaces: SCIM, Microsoft Graph, JumpCloud's API.
import { type Listening, listen } from '@scimulator/shared/http'
import type { ProgramDescriptor } from '@scimulator/shared/program'

type Handle = Parameters<typeof listen>[0]

export interface Door {
  /** Of the program. */
  readonly name: string
  readonly server: Listening
  /** Who answers from now on. */
  become(handle: Handle): void
}

/** One after the other, so that those that are open can be closed when the next one's port is taken. */
export async function* openDoors(
  programs: readonly ProgramDescriptor[],
  receiverPort: number,
  isForeign: boolean,
): AsyncGenerator<Door> {
  for (const { name, isReceiver, prepareServer: prepare } of programs)
    if (!(isReceiver && isForeign))
      yield { name, ...(await listenLater({ port: isReceiver ? receiverPort : 0, ...(prepare ? { prepare } : {}) })) }
}

/** Listens at once, so that the address is known, and answers once it is told how. */
export async function listenLater(where: Parameters<typeof listen>[1]): Promise<Omit<Door, 'name'>> {
  let handle: Handle = (_request, response) => void response.writeHead(503).end()
  const server = await listen((request, response) => handle(request, response), where)
  return {
    server,
    become(next) {
      handle = next
    },
  }
}
