// One sentence for each exchange: what the sender wanted, in the sender's own word for it, and what came of it. Nothing is guessed in between.
import { nameOfProgram } from '../families.ts'
import type { Views } from '../source/source.ts'
import { mainEffect } from './effect-text.ts'

export type Head = Views['world.traffic']

const SENDERS: Readonly<Record<string, string>> = {
  'by-hand': 'A request by hand',
}

export function senderName(sender: string): string {
  return SENDERS[sender] ?? nameOfProgram(sender)
}

/**
 * `Entra ID says that Anna Berg is disabled: done, and deactivates Anna Berg.`
 * @param later what the same sender sent next, where it is known: what was compared shows in it
 */
export function sentenceOf(head: Head, later?: Head): string {
  const fault = head.fault === null ? '' : `; a fault was set: ${head.fault}`
  const guess = head.guessed ? ' (guessed)' : ''
  return `${senderName(head.sender)} ${wantedText(head)}${guess}: ${comparedText(head, later) ?? outcomeText(head)}${fault}.`
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

/** More attributes than that are not named. */
const MOST_NAMED = 10

/** How many values differ from what the sender has: it sends those and no others, unless it always sends all. */
function comparedText(head: Head, later: Head | undefined): string | undefined {
  if (head.purpose !== 'read-linked' || head.status !== 200 || later === undefined) return undefined
  if (!isAbout(head, later)) return 'nothing differs'
  if (later.method !== 'PATCH' || !CHANGES.has(later.purpose)) return undefined
  const count = later.attributes.length
  const many = count === MOST_NAMED ? `${count} values or more differ` : `${count} values differ`
  return `${count === 1 ? 'one value differs' : many} (#${later.seq})`
}

const CHANGES: ReadonlySet<Head['purpose']> = new Set(['update', 'enable', 'disable'])

function isAbout(head: Head, later: Head): boolean {
  return later.sender === head.sender && later.run === head.run && later.objectId === head.objectId
}

function outcomeText(head: Head): string {
  const { status, failure, purpose, found, effects, added, arrived } = head
  const happened = effectText(head)
  if (failure !== null || status === null) {
    const lost =
      happened === '' ? '' : `, but it was carried out, which ${senderName(head.sender)} does not know${happened}`
    return `${failureText(failure)}${lost}`
  }
  if (status >= 400) return `${refusalText(status, purpose)}${reasonText(effects)}${happened}`
  if (found !== null) {
    if (purpose === 'probe') return found === 0 ? 'nobody, as hoped' : `${foundText(found)}, so the filter is ignored`
    if (purpose === 'check-reference') return found === 0 ? 'no' : 'yes'
    if (purpose === 'match') return matchText(head, found)
    if (purpose === 'list' || purpose === 'import') return foundText(found)
  }
  if (effects.length > 0 && effects.every(({ action }) => isNothing(action))) return 'answered yes, nothing was changed'
  if (purpose === 'change-members' && typeof arrived === 'number') return `${arrivedText(added, arrived)}${happened}`
  const isPartly = effects.some(({ action }) => action === 'refused')
  return `${DONE[purpose] ?? 'done'}${happened}${isPartly ? `, but not all of it${reasonText(effects)}` : ''}`
}

const FAILURES: Readonly<Record<string, string>> = {
  timeout: 'no answer in time',
  connection: 'no connection',
  reset: 'the connection was cut',
  tls: 'no trusted connection',
  protocol: 'an answer that is none',
  blocked: 'not sent',
}

/** `reset: ECONNRESET` in words. */
function failureText(failure: string | null): string {
  const [, kind = '', message = ''] = /^(\w+): (.*)$/s.exec(failure ?? '') ?? []
  const text = FAILURES[kind]
  if (text === undefined) return failure === null ? 'no answer' : `no answer (${failure})`
  return message === '' || kind === 'timeout' ? text : `${text} (${message})`
}

function refusalText(status: number, purpose: Head['purpose']): string {
  if (status >= 500) return `the endpoint failed with ${status}`
  if (status === 404) return purpose === 'read-linked' || purpose === 'delete' ? 'it is gone' : 'there is none'
  if (status === 409) return 'refused, it conflicts with another one'
  if (status === 429) return 'asked to come later'
  return status === 401 || status === 403 ? 'the token is refused' : `refused with ${status}`
}

/** Why, where the one that refused it has said so. */
function reasonText(effects: Head['effects']): string {
  const reason = effects.find(({ action }) => action === 'refused')?.reason
  return reason ? ` (${reason.replace(/\.$/, '')})` : ''
}

/** What a lookup leads to; another client than an identity provider may ask for any reason. */
function matchText({ guessed }: Head, found: number): string {
  if (guessed) return foundText(found)
  if (found === 0) return 'nobody, so it can be created'
  return found === 1 ? 'one was found, and taken for the same' : `${found} were found, so nobody can decide which it is`
}

/** `, and deactivates Anna Berg`: what became of it at the receiver, where the answer does not say that already. */
function effectText({ effects, purpose, name, subject }: Head): string {
  const main = mainEffect(effects.filter(({ action }) => action !== 'refused' && !isNothing(action)))
  if (main === undefined || SAYS_SO[purpose] === main.action) return ''
  const does = DOES[main.action] ?? main.action
  // A log knows a member by an address, and people by a name.
  const who = main.object === 'member' || main.object === 'user' ? (name ?? subject?.name ?? main.name) : main.name
  return `, and ${does} ${who}`
}

const SAYS_SO: Partial<Record<Head['purpose'], string>> = {
  create: 'created',
  delete: 'deleted',
  update: 'changed',
  'change-members': 'changed',
  'set-manager': 'changed',
  'remove-manager': 'changed',
}

const DOES: Readonly<Record<string, string>> = {
  created: 'creates',
  changed: 'changes',
  deactivated: 'deactivates',
  reactivated: 'reactivates',
  deleted: 'deletes',
  associated: 'takes over',
  returned: 'takes back',
  restored: 'restores',
}

/** The receiver's own word, and that of somebody's endpoint, of which only looks can tell. */
export function isNothing(action: string): boolean {
  return action === 'none' || action === 'no change seen'
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

/** `2 arrived, 1 did not`: an application that does not know somebody may leave them out and say yes. */
function arrivedText(added: number, arrived: number): string {
  const missing = added - arrived
  if (missing <= 0) return added === 1 ? 'one arrived' : `all ${added} arrived`
  return arrived === 0 ? `none of ${added} arrived` : `${arrived} arrived, ${missing} did not`
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
