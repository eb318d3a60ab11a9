// The organization as a server of its own: https beside http, for clients that send a token over nothing else.
import type { OwnUp, ProgramDescriptor, ServedProgram, ServeSetup } from '@scimulator/shared/program'
import { systemClock } from '@scimulator/shared/runtime'
import { type ServingHttps, serveHttps } from '@scimulator/shared/tls'
import { z } from 'zod'

const Flags = z.object({ httpsPort: z.number().optional(), tlsDir: z.string() })
type Flags = z.infer<typeof Flags>

export function oktaUp(program: Pick<ProgramDescriptor, 'create' | 'open' | 'title'>): OwnUp {
  return {
    serve(given) {
      const flags = Flags.parse(given)
      return {
        async open(folder, setup: ServeSetup) {
          const hosted = folder === undefined ? program.create(setup) : await program.open(folder, setup)
          return flags.httpsPort === undefined ? hosted : overHttps(hosted, program.title, flags.httpsPort, flags)
        },
      }
    },
  }
}

function overHttps(hosted: ServedProgram, title: string, port: number, { tlsDir }: Flags): ServedProgram {
  let https: ServingHttps | undefined
  return {
    ...hosted,
    async greet(url, kept) {
      https = await serveHttps(hosted.handle, port, tlsDir, systemClock.now())
      return [
        `${title} at ${url} (${kept}); Ctrl-C stops it`,
        `https at ${https.url}; trust it with NODE_EXTRA_CA_CERTS=${https.path}`,
      ]
    },
    async close() {
      await https?.close()
      await hosted.close()
    },
  }
}
