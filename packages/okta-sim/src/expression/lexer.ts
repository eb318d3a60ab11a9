import { SyntaxFault } from './value.ts'

export interface Token {
  readonly kind: 'name' | 'text' | 'number' | 'sign' | 'end'
  readonly text: string
  readonly at: number
}

const SPACE = /\s+/y
const NAME = /[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*/y
const NUMBER = /\d+(?:\.\d+)?/y
const TEXT = /"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.|'')*)'/sy
const SIGN = /\?:|==|!=|<=|>=|&&|\|\||[?:+<>!(),{}-]/y

/** @throws SyntaxFault for what no token begins with */
export function tokensOf(written: string): readonly Token[] {
  const tokens: Token[] = []
  for (let at = 0; at < written.length; ) {
    const space = matchAt(SPACE, written, at)
    if (space !== undefined) at += space[0].length
    else {
      const { token, length } = tokenAt(written, at)
      tokens.push(token)
      at += length
    }
  }
  return [...tokens, { kind: 'end', text: '', at: written.length }]
}

function tokenAt(written: string, at: number): { readonly token: Token; readonly length: number } {
  for (const [kind, pattern] of [
    ['name', NAME],
    ['number', NUMBER],
    ['sign', SIGN],
  ] as const) {
    const [text] = matchAt(pattern, written, at) ?? []
    if (text !== undefined) return { token: { kind, text, at }, length: text.length }
  }
  const found = matchAt(TEXT, written, at)
  if (found === undefined) {
    const isQuote = written[at] === '"' || written[at] === "'"
    throw new SyntaxFault(isQuote ? 'A text does not end' : `${JSON.stringify(written[at])} is nothing here`, at)
  }
  const [all, double, single = ''] = found
  const text = double === undefined ? single.replaceAll("''", "'") : double
  return { token: { kind: 'text', text: text.replace(/\\(.)/gs, '$1'), at }, length: all.length }
}

function matchAt(pattern: RegExp, written: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at
  return pattern.exec(written) ?? undefined
}
