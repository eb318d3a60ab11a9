import type { HeaderList } from '@scimulator/shared/provisioning'
import type { Sample } from './unlike-ours.ts'

/** As much of a corpus of requests as is compared with. */
export interface SampleCorpus {
  readonly as: keyof typeof SENDERS
  readonly acts: readonly {
    readonly requests: readonly {
      readonly by: string
      readonly method: Sample['request']['method']
      readonly path: string
      readonly headers: Readonly<Record<string, string>>
      readonly body?: unknown
    }[]
  }[]
}

const SENDERS = {
  entra: 'entra',
  'entra-legacy': 'entraLegacy',
  jumpcloud: 'jumpcloud',
  okta: 'okta',
  'okta-catalogue': 'oktaCatalogue',
} as const

/** What an engine of ours has sent in the life of a company. */
export function samplesOf({ as, acts }: SampleCorpus): readonly Sample[] {
  const requests = acts.flatMap((act) => act.requests).filter(({ by }) => by === 'identity provider')
  return requests.map(({ method, path, headers, body }) => {
    const sent: HeaderList = Object.entries(headers)
    const request = { method, url: `https://app.example${path}`, headers: sent }
    return { sender: SENDERS[as], request: body === undefined ? request : { ...request, body: JSON.stringify(body) } }
  })
}
