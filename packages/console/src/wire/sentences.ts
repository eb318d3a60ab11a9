// One sentence for each exchange: what the sender wanted, and what came of it. All of it is in the exchange; nothing is guessed in between.
import type { Views } from '../source/source.ts'

export type Head = Views['world.traffic']

const SENDERS: Readonly<Record<string, string>> = { entra: 'Entra ID', jumpcloud: 'JumpCloud' }

export function senderName(sender: string): string {
  return SENDERS[sender] ?? sender
}

/** `Entra ID creates Anna Berg: created.` */
export function sentenceOf(head: Head): string {
  return `${senderName(head.sender)} ${wantedText(head)}: ${outcomeText(head)}.`
}

function wantedText(head: Head): string {
  const { purpose, object, attributes, added, removed } = head
  const who = head.name ?? (object === null ? 'it' : `a ${object}`)
  switch (purpose) {
    case 'describe':
      return 'asks what the endpoint can do'
    case 'match':
      return `asks whether there is a ${object} with ${filterText(head.filter)}`
    case 'read':
      return `reads ${who}`
    case 'list':
      return `reads a page of ${object}s`
    case 'create':
      return `creates ${who}`
    case 'enable':
      return `says that ${who} is enabled`
    case 'disable':
      return `says that ${who} is disabled`
    case 'delete':
      return `deletes ${who}`
    case 'change-members':
      return `changes the members of ${who} (${membersText(added, removed)})`
    case 'update':
      return `changes ${who}${attributes.length === 0 ? '' : ` (${attributes.map(shortAttribute).join(', ')})`}`
    default:
      return `sends ${head.method}`
  }
}

function outcomeText({ status, failure, purpose, found }: Head): string {
  if (failure !== null) return `no answer (${failure})`
  if (status === null) return 'no answer'
  if (status >= 500) return `the endpoint failed with ${status}`
  if (status === 404) return 'there is none'
  if (status === 409) return 'refused, it conflicts with another one'
  if (status === 429) return 'asked to come later'
  if (status === 401 || status === 403) return 'the token is refused'
  if (status >= 400) return `refused with ${status}`
  if (found !== null && (purpose === 'match' || purpose === 'list')) return foundText(found)
  return DONE[purpose] ?? 'done'
}

const DONE: Partial<Record<Head['purpose'], string>> = {
  describe: 'answered',
  read: 'answered',
  create: 'created',
  delete: 'deleted',
}

function foundText(found: number): string {
  if (found === 0) return 'nobody'
  return found === 1 ? 'one was found' : `${found} were found`
}

function membersText(added: number, removed: number): string {
  return [added > 0 ? `${added} added` : '', removed > 0 ? `${removed} removed` : '']
    .filter((text) => text !== '')
    .join(', ')
}

/** `userName eq "anna"` as `userName "anna"`; another filter stays as it is. */
function filterText(filter: string | null): string {
  const [, name, value] = /^(\S+) eq (".*")$/.exec(filter ?? '') ?? []
  return name === undefined || value === undefined ? (filter ?? 'a filter') : `${shortAttribute(name)} ${value}`
}

/** The last part of an extension's attribute. */
function shortAttribute(attribute: string): string {
  return attribute.startsWith('urn:') ? (attribute.split(':').at(-1) ?? attribute) : attribute
}

export type Outcome = 'good' | 'bad' | 'watch'

/** Refused and failed are bad; what was not there is worth a look. */
export function outcomeOf({ status, failure }: Pick<Head, 'status' | 'failure'>): Outcome {
  if (failure !== null || status === null || status >= 500) return 'bad'
  if (status === 404 || status === 429) return 'watch'
  return status >= 400 ? 'bad' : 'good'
}
