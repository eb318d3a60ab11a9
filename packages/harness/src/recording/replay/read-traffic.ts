// What was asked and answered, out of whatever file keeps it.
import type { Exchange } from '@scimulator/shared/provisioning'
import { BadInput } from '../../written/problem.ts'
import { isMadeUp, looksLikeHar, readHar } from '../read-har.ts'
import { readRecording } from '../recording-file.ts'
import { readPostman } from './read-postman.ts'

export interface Traffic {
  readonly exchanges: readonly Exchange[]
  /** Base URL that was asked, without a slash at its end. */
  readonly base: string
  /** Whether people in it are made up; of files of others nobody has said so. */
  readonly personalData: 'replaced' | 'kept' | 'unknown'
  /** Whether the last line of a recording was cut. */
  readonly isCut: boolean
}

/** A recording of ours, an HTTP archive, a report of newman or a collection of Postman. @throws BadInput where it is none of them */
export function readTraffic(text: string, file: string): Traffic {
  if (looksLikeHar(text))
    return { ...ofOthers(readHar(text, file), file), ...(isMadeUp(text, file) ? { personalData: 'replaced' } : {}) }
  const postman = /^\s*\{/.test(text) ? readPostman(parsed(text), file) : undefined
  if (postman) return ofOthers(postman, file)
  const { head, exchanges, isCut } = readRecording(text, file)
  return { exchanges, base: head.to.replace(/\/$/, ''), personalData: head.personalData, isCut }
}

/** A browser asks other things as well: what counts is below one base. */
function ofOthers(all: readonly Exchange[], file: string): Traffic {
  const bases = all.flatMap(({ request }) => baseOf(request.url) ?? [])
  const [base] = bases
  if (base === undefined)
    throw new BadInput(`${file} has no request of SCIM: none asks for /Users, /Groups or a schema.`)
  const exchanges = all.filter(({ request }) => request.url.startsWith(`${base}/`))
  return { exchanges, base, personalData: 'unknown', isCut: false }
}

function baseOf(url: string): string | undefined {
  return /^(.+?)\/+(?:Users|Groups|Schemas|ResourceTypes|ServiceProviderConfig|Bulk|Me)(?:[/?]|$)/.exec(url)?.[1]
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
