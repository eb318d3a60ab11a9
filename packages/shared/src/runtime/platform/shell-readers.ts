// How PowerShell and cmd read a command line, written down from their documentation, for tests on a machine that has neither.

/**
 * Words of a PowerShell command in double quotes, with its escapes: a backtick before a character, `$([char]n)`, two quotes for one.
 * @throws Error for what would be put in: a variable, or a quote that ends the word early
 */
export function readByPowerShell(line: string): string[] {
  const words: string[] = []
  let rest = line
  while (rest !== '') {
    if (!rest.startsWith('"')) throw new Error(`no word begins at ${rest}`)
    const { word, length } = powerShellWord(rest)
    words.push(word)
    rest = rest.slice(length).replace(/^ /, '')
  }
  return words
}

const TYPOGRAPHIC = /[‘’‚‛“”„]/

function powerShellWord(text: string): { readonly word: string; readonly length: number } {
  let word = ''
  for (let at = 1; at < text.length; at += 1) {
    const unit = text.charAt(at)
    const char = /^\$\(\[char\](\d+)\)/.exec(text.slice(at))
    if (unit === '"') return { word, length: at + 1 }
    if (TYPOGRAPHIC.test(unit)) throw new Error('a typographic quote is read as a quote')
    if (char) {
      word += String.fromCharCode(Number(char[1]))
      at += char[0].length - 1
    } else if (unit === '`') {
      at += 1
      word += text.charAt(at)
    } else if (unit === '$' && /[A-Za-z({_:?$^]/.test(text.charAt(at + 1))) {
      throw new Error(`a variable is put in at ${text.slice(at)}`)
    } else word += unit
  }
  throw new Error('the word does not end')
}

/** Words of a command line as a program has them that cmd has started: percent, carets and quotes by cmd, then the C runtime's rules. */
export function readByCmd(line: string): string[] {
  return wordsOfRuntime(afterCarets(afterPercent(line)))
}

/** Phase 1: a name between two percent signs is a variable; every plain name is defined here, and any with a caret is not. */
function afterPercent(line: string): string {
  const put = /%([A-Za-z0-9_ ]+)%/.exec(line)
  if (put) throw new Error(`the variable ${put[1]} is put in`)
  return line
}

/** Phase 2: outside quotes a caret makes the next character plain, a line feed too when a caret and a line feed come before it. */
function afterCarets(line: string): string {
  let read = ''
  let isQuoted = false
  for (let at = 0; at < line.length; at += 1) {
    const unit = line.charAt(at)
    if (unit === '"') isQuoted = !isQuoted
    if (unit === '\n') throw new Error('the line ends early')
    if (unit !== '^' || isQuoted) {
      if (!isQuoted && /[&|<>]/.test(unit)) throw new Error(`${unit} is read by cmd`)
      read += unit
      continue
    }
    at += 1
    if (line.charAt(at) === '\n') at += 1
    read += line.charAt(at)
  }
  return read
}

/** Microsoft: Parsing C command-line arguments. */
function wordsOfRuntime(line: string): string[] {
  const words: string[] = []
  let word: string | undefined
  let isQuoted = false
  for (let at = 0; at < line.length; at += 1) {
    const backslashes = /^\\*/.exec(line.slice(at))?.[0].length ?? 0
    const next = line.charAt(at + backslashes)
    if (backslashes > 0) {
      const isBeforeQuote = next === '"'
      word = (word ?? '') + '\\'.repeat(isBeforeQuote ? Math.floor(backslashes / 2) : backslashes)
      if (isBeforeQuote && backslashes % 2 === 1) word += '"'
      at += backslashes - (isBeforeQuote && backslashes % 2 === 1 ? 0 : 1)
      continue
    }
    if (next === '"') {
      isQuoted = !isQuoted
      word ??= ''
    } else if (!isQuoted && /[ \t]/.test(next)) {
      if (word !== undefined) words.push(word)
      word = undefined
    } else word = (word ?? '') + next
  }
  if (isQuoted) throw new Error('the word does not end')
  return word === undefined ? words : [...words, word]
}
