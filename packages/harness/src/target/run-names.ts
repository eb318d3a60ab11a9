// Values that endpoints match accounts by are made the run's own on the wire, and turned back in answers. The identity provider works with
// the scenario's people as they stand; whatever its mappings, constants and renames produce, what leaves has the run's mark. A rule at
// the source would have to know every verb, setting and expression that can make a name.
import { createHash } from 'node:crypto'
import { createOwnPhones } from './own-phones.ts'
import { NAME_START } from './run-id.ts'

export interface RunNames {
  /** `scimulator-` and the run's id: how every name begins. */
  readonly mark: string
  readonly emailDomain: string
  /** The run's own form of a userName, externalId, employeeNumber, group name or email address. */
  name(text: string): string
  /** The run's own number for a phone number, from a range kept for fiction. */
  phone(text: string): string
  /** Whether a value is the run's own. Case does not count. */
  owns(text: string): boolean
  /** The text with every value of the run's own in it turned back. */
  plain(text: string): string
}

export interface RunNamesOptions {
  readonly runId: string
  /** Domain of every address. Default `example.com` (RFC 2606 §3). */
  readonly emailDomain?: string
  /** Values that go over the wire as they are: those of adopted accounts. */
  readonly isKept?: (text: string) => boolean
}

const ADDRESS = /^([^\s@"<>]+)@([^\s@"<>]+)$/

/** RFC 5321 §4.5.3.1.1. */
const LONGEST_LOCAL_PART = 64

export function createRunNames({
  runId,
  emailDomain = 'example.com',
  isKept = () => false,
}: RunNamesOptions): RunNames {
  const mark = `${NAME_START}${runId}`
  const phones = createOwnPhones(runId)
  const domains = createDomains()
  /** By own value in lower case; what the mark alone does not tell: how the domain was written, what was cut off. */
  const originals = new Map<string, string>()
  const own = new RegExp(`${mark}-(?:((?:(?!%22|%20)[^\\s@"<>\\\\,&?/])+?)(@|%40)${escaped(emailDomain)})?`, 'gi')

  const owns = (text: string): boolean => text.toLowerCase().includes(mark) || phones.owns(text)

  function name(text: string): string {
    const bare = text.trim()
    if (bare === '' || owns(bare) || isKept(bare)) return text
    const [, local, domain] = ADDRESS.exec(bare) ?? []
    if (local === undefined || domain === undefined) return text.replace(bare, () => `${mark}-${bare}`)
    const address = `${shortened(`${mark}-${local}${domains.tagOf(domain)}`)}@${emailDomain}`
    originals.set(address, bare)
    return text.replace(bare, () => address)
  }

  function plainAddress(address: string, local: string | undefined, at: string | undefined): string {
    if (local === undefined || at === undefined) return ''
    const exact = originals.get(address.replace(/%40/i, '@'))
    if (exact !== undefined) return at === '@' ? exact : exact.replace('@', at)
    const { name: plainLocal, domain } = domains.untag(local)
    return `${plainLocal}${at}${domain ?? emailDomain}`
  }

  return {
    mark,
    emailDomain,
    name,
    phone: (text) => (isKept(text) ? text : phones.own(text)),
    owns,
    plain: (text) => phones.plain(text.replace(own, plainAddress)),
  }
}

/** Domains are told apart in the local part, behind a plus sign; the first one that the run meets, its company's, needs no word. */
function createDomains() {
  const known: string[] = []
  return {
    tagOf(domain: string): string {
      const folded = domain.toLowerCase()
      if (!known.includes(folded)) known.push(folded)
      return folded === known[0] ? '' : `+${folded}`
    },
    untag(local: string): { name: string; domain: string | undefined } {
      const tagged = known.slice(1).find((domain) => local.toLowerCase().endsWith(`+${domain}`))
      return tagged === undefined
        ? { name: local, domain: known[0] }
        : { name: local.slice(0, -tagged.length - 1), domain: tagged }
    },
  }
}

function shortened(local: string): string {
  if (local.length <= LONGEST_LOCAL_PART) return local
  const hash = createHash('sha256').update(local).digest('hex').slice(0, 8)
  return `${local.slice(0, LONGEST_LOCAL_PART - 9)}-${hash}`
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
