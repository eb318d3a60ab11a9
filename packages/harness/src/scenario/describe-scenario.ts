// A scenario in prose, for a reviewer who knows the help page and not the code: made from the words of the verbs, views and matchers themselves.
import { isPlainObject } from '../written/plain-object.ts'
import { expectationsOf } from './expectations-of.ts'
import { matcherOf } from './matchers.ts'
import { combinationTitle } from './matrix.ts'
import type { Scenario, Step } from './scenario.ts'
import { DEFAULT_START } from './scenario-grammar.ts'
import type { Vocabulary } from './vocabulary.ts'

/** The whole of it, as Markdown. */
export function describeScenario(scenario: Scenario, vocabulary: Vocabulary): string {
  const { title, description, steps, expectations, only, tags, invariantsOff, timeoutMs } = scenario
  const about = [
    ...waysText(scenario),
    ...(scenario.seed === 1 ? [] : [`Ids and people come from the seed ${scenario.seed}.`]),
    ...(only === undefined ? [] : [`It is about a rule of ${capital(only)}, and skipped elsewhere.`]),
    ...(tags.length === 0 ? [] : [`Tags: ${tags.join(', ')}.`]),
    ...(timeoutMs === undefined ? [] : [`All of it may take ${secondsText(timeoutMs)} in time that really passes.`]),
    ...(invariantsOff === undefined ? [] : [`What must always hold is not checked; ${invariantsOff}.`]),
  ]
  const before = givenLines(scenario)
  const told = steps.flatMap((step, index) => stepLines(step, index + 1, vocabulary))
  const end = expectations.flatMap(({ value }) => [`- ${expectationText(value, vocabulary)}`])
  return [
    `# ${title}\n`,
    `${description.trim()}\n`,
    ...(about.length === 0 ? [] : [`${about.join(' ')}\n`]),
    ...(before.length === 0 ? [] : ['## What is given\n', ...before, '']),
    '## What happens\n',
    ...told,
    ...(end.length === 0 ? [] : ['\n## What must be true in the end\n', ...end]),
  ].join('\n')
}

/** How often it runs, and with what. */
function waysText({ combinations }: Scenario): string[] {
  if (combinations.length < 2) return []
  const axes = [...new Set(combinations.flatMap((one) => Object.keys(one)))].map((axis) => {
    const values = [...new Set(combinations.map((one) => nameOf(one[axis])))]
    return `${axis} is ${values.join(' or ')}`
  })
  return [`It is carried out in ${combinations.length} ways: ${axes.join('; ')}.`]
}

/** A combination is known by its name. */
function nameOf(value: unknown): string {
  return isPlainObject(value) && 'name' in value ? String(value.name) : valueText(value)
}

function givenLines({ start, given }: Scenario): string[] {
  const usual = start === Date.parse(DEFAULT_START)
  return [
    ...(usual ? [] : [`- The clocks begin at ${new Date(start).toISOString()}.`]),
    ...Object.entries(given).map(([name, value]) => `- ${GIVEN_WORDS[name] ?? `Of ${name}`}: ${inputText(value)}.`),
  ]
}

const GIVEN_WORDS: Readonly<Record<string, string>> = {
  needs: 'What the target has to do',
  directory: 'Who was there before',
}

/** What stands beside the verb. */
function besideText({ among, save, timeoutMs, note }: Step): string {
  return [
    ...(among === undefined ? [] : [` Only with ${among.map(combinationTitle).join(' or ')}.`]),
    ...(save === undefined ? [] : [` What comes of it is kept as ${save}.`]),
    ...(timeoutMs === undefined ? [] : [` It may take ${secondsText(timeoutMs)} in time that really passes.`]),
    ...(note === undefined ? [] : [` (${note})`]),
  ].join('')
}

function stepLines(step: Step, number: number, vocabulary: Vocabulary): string[] {
  const { word, input, fails, verb, lanes } = step
  const head = `${number}.`
  const asked = expectationsOf(step)
  if (asked.length > 0) {
    const texts = asked.map(({ value }) => expectationText(value, vocabulary))
    const beside = besideText(step)
    return [`${head} By now ${texts.length === 1 ? texts[0] : `all of this is true:`}${beside}`, ...indented(texts)]
  }
  if (word.kind === 'text') return [`${head} ${String(input)}`]
  const refusal = fails === undefined ? '' : ` This is refused: “${fails.message}”.`
  const said = besideText(step)
  if (lanes) {
    const inner = lanes.map((lane) => lane.flatMap((one) => stepLines(one, 0, vocabulary)).map(unnumbered))
    const lines = inner.map((lane) => `   - ${lane.join(' Then: ')}`)
    return [`${head} ${word.describes.replace(/\.$/, '')}:${refusal}${said}`, ...lines]
  }
  if (verb === 'advance' && typeof input === 'string')
    return [`${head} ${input} pass, and all that falls due happens.${said}`]
  const words = inputText(input)
  return [`${head} ${word.describes.replace(/\.$/, '')}${words === '' ? '' : `: ${words}`}.${refusal}${said}`]
}

function unnumbered(line: string): string {
  return line.replace(/^\d+\. /, '')
}

function indented(texts: readonly string[]): string[] {
  return texts.length === 1 ? [] : texts.map((text) => `   - ${text}`)
}

/** What an expectation asks, in a sentence. */
function expectationText(value: unknown, { views }: Vocabulary): string {
  if (!isPlainObject(value)) return 'something holds.'
  const proves = Array.isArray(value.proves) && value.proves.length > 0 ? ` [${value.proves.join(', ')}]` : ''
  const note = typeof value.note === 'string' ? ` (${value.note})` : ''
  if (typeof value.transcript === 'string')
    return `what went over the wire is what ${value.transcript} has${note}${proves}.`
  const name = String(value.view)
  const view = views.get(name)?.describes.replace(/[.:,;].*$/s, '') ?? name
  const query = isPlainObject(value.query) && Object.keys(value.query).length > 0 ? ` (${inputText(value.query)})` : ''
  const where = isPlainObject(value.where) ? `, of which ${partialText(value.where)}` : ''
  const parts = claims(value)
  const when = [
    ...(value.eventually === undefined ? [] : [`within ${String(value.eventually)}`]),
    ...(value.always === undefined ? [] : [`for ${String(value.always)}`]),
  ]
  const rule = typeof value.only === 'string' ? `, where ${capital(value.only)} is asked` : ''
  const late = when.length === 0 ? '' : `, ${when.join(' ')}`
  const head = `${view}, \`${name}\`${query}${where}${late}${rule}${note}${proves}:`
  const [only, second] = parts
  return only !== undefined && second === undefined
    ? `${head} ${only}.`
    : [head, ...parts.map((part) => `     - ${part}`)].join('\n')
}

function claims(value: Readonly<Record<string, unknown>>): string[] {
  const { count, include, exactly, absent, gone, each, sequence, distinct, capture } = value
  return [
    ...(count === undefined ? [] : [countText(count)]),
    ...itemTexts(include),
    ...(exactly === undefined ? [] : [...itemTexts(exactly), isEmpty(exactly) ? 'there is none' : 'there is no other']),
    ...(Array.isArray(absent) ? [`${listed(absent)} not there`] : []),
    ...(Array.isArray(gone) ? [`${listed(gone)} gone, or inactive`] : []),
    ...(isPlainObject(each) ? [`of each, ${partialText(each)}`] : []),
    ...(Array.isArray(sequence)
      ? [`one after the other: ${sequence.map((one) => partialText(one)).join('; then ')}`]
      : []),
    ...(Array.isArray(distinct) ? [`no two have the same ${distinct.map(String).join(', nor the same ')}`] : []),
    ...(value['same-as'] === undefined ? [] : ['nothing has changed since before the last act']),
    ...(value['differs-from'] === undefined ? [] : ['something has changed since before the last act']),
    ...(isPlainObject(capture) ? [`${Object.keys(capture).join(', ')} kept for later`] : []),
  ]
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) ? value.length === 0 : isPlainObject(value) && Object.keys(value).length === 0
}

function listed(keys: readonly unknown[]): string {
  return `${keys.map(String).join(', ')} ${keys.length === 1 ? 'is' : 'are'}`
}

function countText(count: unknown): string {
  if (!isPlainObject(count)) return `there are ${String(count)}`
  const { min, max } = count
  if (min === undefined) return `there are at most ${String(max)}`
  return `there are ${max === undefined ? `at least ${String(min)}` : `${String(min)} to ${String(max)}`}`
}

function itemTexts(items: unknown): string[] {
  if (Array.isArray(items)) return items.length === 0 ? [] : [`${listed(items)} there`]
  if (!isPlainObject(items)) return []
  return Object.entries(items).map(([key, partial]) => {
    const text = partialText(partial)
    return text === '' ? `${key} is there` : `of ${key}, ${text}`
  })
}

function partialText(partial: unknown, prefix = ''): string {
  const found = matcherOf(partial)
  if (found) return `${prefix === '' ? 'it' : prefix} is ${found.matcher.describe(found.operand)}`
  if (!isPlainObject(partial)) return `${prefix} is ${JSON.stringify(partial)}`
  return Object.entries(partial)
    .map(([key, value]) => partialText(value, prefix === '' ? key : `${prefix}.${key}`))
    .join(' and ')
}

/** An input in words: `group Sales, activate`. */
function inputText(input: unknown): string {
  if (!isPlainObject(input)) return input === undefined ? '' : valueText(input)
  return Object.entries(input)
    .map(([key, value]) => (value === true ? key : value === false ? `${key}: no` : `${key} ${valueText(value)}`))
    .join(', ')
}

function valueText(value: unknown): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(valueText).join(' and ')
  if (!isPlainObject(value)) return JSON.stringify(value) ?? ''
  if (Array.isArray(value.people)) return `${String(value.name)}, with ${value.people.length} people`
  return `(${inputText(value)})`
}

function secondsText(ms: number): string {
  return `${ms / 1000} s`
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
