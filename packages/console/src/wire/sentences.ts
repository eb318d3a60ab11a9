// One sentence for each exchange: what the sender wanted, in the sender's own word for it, and what came of it. Nothing is guessed in between.
import type { Views } from '../source/source.ts'

export type Head = Views['world.traffic']

const SENDERS: Readonly<Record<string, string>> = {
  entra: 'Entra ID',
  jumpcloud: 'JumpCloud',
  'by-hand': 'A request by hand',
}

export function senderName(sender: string): string {
  return SENDERS[sender] ?? sender
}

/** `Entra ID creates Anna Berg: created.` */
export function sentenceOf(head: Head): string {
  const fault = head.fault === null ? '' : `; a fault was set: ${head.fault}`
  return `${senderName(head.sender)} ${wantedText(head)}: ${outcomeText(head)}${fault}.`
}

function wantedText(head: Head): string {
  const { purpose, object, attributes, added, removed } = head
  const who = head.name ?? head.subject?.name ?? (object === null ? 'it' : `a ${object}`)
  switch (purpose) {
    case 'describe':
      return 'asks what the endpoint can do'
    case 'match':
      return `asks whether there is a ${object} with ${filterText(head.filter)}`
    case 'probe':
      return `looks for a made-up ${object}, to see whether address and token work`
    case 'read':
      return `reads ${who}`
    case 'read-linked':
      return `reads ${who}, whom it knows, to compare`
    case 'check-reference':
      return `asks whether a reference of ${who} is there already`
    case 'import':
      return `reads a page of ${object}s to import`
    case 'set-manager':
      return `sets the manager of ${who}`
    case 'remove-manager':
      return `takes the manager of ${who} away`
    case 'test':
      return `tests the connection (${head.step}): ${testText(head)}`
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
  if (found !== null) {
    if (purpose === 'probe') return found === 0 ? 'nobody, as hoped' : `${foundText(found)}, so the filter is ignored`
    if (purpose === 'check-reference') return found === 0 ? 'no' : 'yes'
    if (purpose === 'match' || purpose === 'list' || purpose === 'import') return foundText(found)
  }
  return DONE[purpose] ?? 'done'
}

const DONE: Partial<Record<Head['purpose'], string>> = {
  describe: 'answered',
  read: 'answered',
  'read-linked': 'answered',
  create: 'created',
  delete: 'deleted',
}

/** What JumpCloud's test does at each step (Lark Help Center: the ten requests of its connection test). */
const TEST_STEPS: Readonly<Record<string, string>> = {
  T1: 'looks the test user up',
  T2: 'creates the test user',
  T3: 'finds the test user',
  T4: 'updates the test user',
  T5: 'creates a test group',
  T6: 'finds the test group',
  T7: 'changes the test group',
  T8: 'deletes the test group',
  T9: 'deactivates the test user',
  T10: 'deletes the test user',
}

function testText({ step, name }: Head): string {
  const does = TEST_STEPS[step ?? ''] ?? 'cleans up'
  return name === null ? does : `${does} ${name}`
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
