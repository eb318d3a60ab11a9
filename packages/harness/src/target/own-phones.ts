import { createHash } from 'node:crypto'
import { FICTIONAL_PHONES, fictionalPhone } from '@scimulator/shared/people'
import { NAME_START } from './run-id.ts'

/** A number with fewer digits cannot be called. */
const FEWEST_DIGITS = 5

const FICTIONAL = /(\+|%2B)?1[ .-]?\(?\d{3}\)?[ .-]?555[ .-]?01\d{2}(?!\d)/gi

/** Gives each number of a run one of its own, by order, beginning at a place that follows from the run id. */
export function createOwnPhones(runId: string) {
  const ownByOriginal = new Map<string, string>()
  const issued = new Map<string, { readonly own: string; readonly original: string }>()
  const first = createHash('sha256').update(runId).digest().readUIntBE(0, 6) % FICTIONAL_PHONES

  function own(text: string): string {
    if (text.trim() === '' || owns(text)) return text
    if (digitsOf(text).length < FEWEST_DIGITS) return `${NAME_START}${runId}-${text}`
    const known = ownByOriginal.get(text)
    if (known !== undefined) return known
    const number = written(numberOf(text), text)
    ownByOriginal.set(text, number)
    return number
  }

  /** One number, however it is written, is one number at the endpoint as well. */
  function numberOf(text: string): string {
    const digits = digitsOf(text)
    const same = [...issued].find(([, { original }]) => digitsOf(original) === digits)
    const number = same?.[1].own ?? fictionalPhone(first + issued.size)
    if (!same) issued.set(digitsOf(number), { own: number, original: text })
    return number
  }

  /** With 00 for the + it is the same number. */
  const owns = (text: string): boolean =>
    issued.has(digitsOf(text).replace(/^00/, '')) || text.toLowerCase().includes(`${NAME_START}${runId}`)

  function plain(text: string): string {
    return issued.size === 0
      ? text
      : text.replace(FICTIONAL, (number, plus: string | undefined) => plainNumber(number, plus))
  }

  function plainNumber(number: string, plus = ''): string {
    const entry = issued.get(digitsOf(number.slice(plus.length)))
    if (!entry) return number
    const asWritten = [...ownByOriginal].find(([, written]) => written === number)?.[0]
    return asWritten ?? `${plus}${digitsOf(entry.original)}`
  }

  return { own, owns, plain }
}

/** In the manner of the text: as a `tel:` URI (RFC 3966), with spaces, or without. */
function written(number: string, like: string): string {
  const tel = /^tel:/i.exec(like.trim())?.[0] ?? ''
  return `${tel}${/[ ().-]/.test(like.trim().slice(tel.length)) ? number : number.replaceAll(' ', '')}`
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '')
}
