// The receiver as a server of its own: one source, the ways in, and who may call from outside.
import { BadOption, type OwnUp, type ServedProgram, type Serving, switchesOf } from '@scimulator/shared/program'
import { createRandomIds } from '@scimulator/shared/runtime'
import { z } from 'zod'
import { EventFilterError } from '../events/feed-filter.ts'
import { createReceiver, openReceiver, type Receiver } from '../receiver.ts'
import type { ReceiverOptions } from '../receiver-options.ts'
import { admitHosts } from './admit-hosts.ts'
import { Flags, readBehaviour, readClient } from './flags.ts'

export const receiverUp: OwnUp = {
  async serve(given, options) {
    const flags = Flags.parse(given)
    const { profile } = Profile.parse(options)
    const { token = createRandomIds().token('source') } = flags
    const source = {
      token,
      onlyWhenNew: flags.token === undefined,
      ...(flags.client === undefined ? {} : { client: readClient(flags.client) }),
    }
    const own: ReceiverOptions = {
      ...{ profile, sources: [source], ...switchesOf(options) },
      ...(await readBehaviour(flags, profile)),
    }
    return servingOf(own, flags, token)
  },
}

const Profile = z.object({ profile: z.enum(['lark', 'rfc']) })

function servingOf(own: ReceiverOptions, flags: Flags, token: string): Serving {
  return {
    async open(folder, { options: _options, send: _send, publicUrl, ...setup }) {
      const outside = publicUrlOf(flags)
      const receiver = await opened(folder, { ...setup, ...own, publicUrl: outside ?? publicUrl })
      return served(receiver, flags, (url) => {
        const shown = tokenWords(flags, token, receiver.isNew)
        return `Receiver (${own.profile}) at ${outside ?? url}/scim/v2 with ${shown}; Ctrl-C stops it`
      })
    },
  }
}

/** @throws BadOption for a filter of events that selects nothing */
async function opened(folder: string | undefined, options: ReceiverOptions): Promise<Receiver> {
  try {
    return folder === undefined ? createReceiver(options) : await openReceiver(folder, options)
  } catch (error) {
    throw error instanceof EventFilterError ? new BadOption(error.message) : error
  }
}

/** Where names from outside are said, no other may call. */
function served(receiver: Receiver, { allowHost }: Flags, line: (url: string) => string): ServedProgram {
  const { control, controls, handle } = receiver
  return {
    ...{ control, controls, handle: allowHost.length === 0 ? handle : admitHosts(allowHost, handle) },
    greet: (url) => [line(url)],
    close: () => receiver.close(),
  }
}

/** What a tenant is told: a tunnel speaks HTTPS under its name. */
function publicUrlOf({ publicUrl, allowHost: [first] }: Flags): string | undefined {
  return publicUrl ?? (first === undefined ? undefined : `https://${first}`)
}

/** A folder keeps the hash of a token and not the token, so that one of an earlier start cannot be shown again. */
function tokenWords(flags: Flags, token: string, isNew: boolean): string {
  if (flags.token !== undefined) return 'the token of --token'
  return isNew ? `token ${token}` : 'the tokens that its folder knows (--token adds another source)'
}
