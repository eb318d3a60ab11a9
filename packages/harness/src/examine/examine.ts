// One examination, from the first request to the verdicts: meets, asks, lives, judges, and tidies up behind itself.
import type { CheckResult, Difference, Finding, Victim } from '@scimulator/findings'
import { FINDINGS, VICTIMS, victimOf } from '@scimulator/findings'
import { carryOut, type Exchange, type Send } from '@scimulator/shared/provisioning'
import { type ActsOfLife, actsNotJudged, shareInVain } from './acts-not-judged.ts'
import { askQuestion } from './ask-question.ts'
import { Conditions } from './conditions.ts'
import { hurtBy, isAsked, placeOf } from './counted-differences.ts'
import type { Application } from './doors.ts'
import type { Facts } from './facts.ts'
import { createFirstSights, type FirstSight, type FirstSights } from './first-sights.ts'
import { FormSearch } from './form-search.ts'
import { readable } from './freshness.ts'
import { AS_BEFORE, type Judgement, judge } from './judge.ts'
import { allLives, formedLife, type LifeWithTraces, type LivesOptions, SENDERS } from './lives/all-lives.ts'
import type { Sender } from './lives/expected-directory.ts'
import type { LifeTape } from './lives/life-tape.ts'
import type { Life } from './lives/live.ts'
import { formsOf } from './lives/other-forms.ts'
import { type Ground, meet } from './meet.ts'
import { isOktaLived, withOktaKinds } from './okta-kinds.ts'
import type { Question } from './question.ts'
import type { Remark } from './questioner.ts'
import { QUESTIONS } from './questions/all-questions.ts'
import type { OpenShare } from './share.ts'
import { type Verdict, verdictOf } from './verdict.ts'
import { hangingIn, type Pair } from './weigh-forms.ts'

export interface ExamineOptions extends Ground {
  /** For the first looks, which write nothing. */
  readonly send: Send
  readonly openShare: OpenShare
  /** How many requests have left so far. */
  requests(): number
  /** Why nothing more is sent: the endpoint has stopped answering. */
  gone?(): string | undefined
  /** Looks whether all that was deleted is gone, and at those who were there before. @returns a line for each that is not gone */
  lookBack?(): Promise<readonly string[]>
  /** Who of those who were there before has changed or is gone, as a sentence. */
  damage?(): string | undefined
  /** Waits, in milliseconds of real time. */
  pause(ms: number): Promise<void>
  /** What the engines are given as their token for the base URL. */
  readonly token: string
  /** The instant at which the lives begin, milliseconds since the epoch. */
  readonly start: number
  /** The application behind the endpoint, where it can be asked who gets in. */
  readonly application?: Application
  /** How many questions are put at a time. */
  readonly parallel: number
  /** Whose verdict is asked for; all five by default. */
  readonly only?: readonly Victim[]
  /** Only what shows this finding. */
  readonly finding?: string
  /** Told of each step: how many of how many, and what was found so far. */
  readonly onProgress?: (progress: Progress) => void
  /** Told of each finding when it is seen, before the verdict traces faults to their causes. */
  readonly onSight?: (sight: FirstSight) => void
}

export interface Progress {
  readonly done: number
  readonly of: number
  readonly requests: number
  readonly results: readonly CheckResult[]
}

export interface Examination {
  readonly judgement: Judgement
  readonly verdicts: Readonly<Record<Victim, Verdict>>
  readonly checks: ReadonlyMap<string, CheckResult>
  /** What was not as it must be in a life, before it is traced to a cause. */
  readonly differences: readonly Difference[]
  readonly remarks: readonly Remark[]
  readonly requests: number
  /** URLs of what could not be removed. */
  readonly leftBehind: readonly string[]
  /** Whether the application was asked who gets in. */
  readonly accessAsked: boolean
  /** Whether anything could be asked at all. */
  readonly met: boolean
  /** What each life sent and read, with what of it was not as it must be. */
  readonly lives: readonly { readonly tape: LifeTape; readonly differences: readonly Difference[] }[]
}

export async function examine(options: ExamineOptions): Promise<Examination> {
  const run = new Run(options)
  await run.all()
  await run.lookBack()
  return run.result()
}

/** Passing faults that an examination takes for the network's weather. */
const STUMBLES = 4

const NO_DOORS: Application = { doors: [] }

class Run {
  readonly #options: ExamineOptions
  readonly #checks = new Map<string, CheckResult>()
  readonly #remarks = new Map<string, Remark>()
  readonly #differences: Difference[] = []
  readonly #lived = new Map<Sender, ActsOfLife>()
  readonly #leftBehind: string[] = []
  readonly #tapes: LifeTape[] = []
  /** Lives in other forms. */
  readonly #formed: Life[] = []
  readonly #conditions = new Conditions()
  readonly #stumbles: Exchange[] = []
  readonly #sights: FirstSights
  #answers = 0
  #done = 0
  #met = false

  constructor(options: ExamineOptions) {
    this.#options = options
    this.#sights = createFirstSights(options.onSight ?? (() => {}), options.only ?? VICTIMS)
  }

  async all(): Promise<void> {
    const facts = await this.#meet()
    const questions = this.#questions()
    if (!facts) return this.#nothingElse(questions)
    this.#met = true
    for (const question of questions.filter(({ isFirst }) => isFirst)) await this.#ask(question, facts)
    const reaching = this.#reachingOthers(questions)
    if (reaching !== undefined) return this.#nothingElse(questions, reaching)
    for (const question of questions.filter(({ quiet }) => quiet)) await this.#ask(question, facts)
    const loud = questions.filter(({ quiet, isFirst }) => !quiet && !isFirst)
    await Promise.all([
      carryOut(loud, this.#options.parallel, (question) => this.#ask(question, facts)),
      ...(this.#needsLives() ? [this.#live(facts, SENDERS, true)] : []),
    ])
    if (this.#options.gone?.() === undefined) {
      await this.#confirm(facts)
      await this.#weighForms(facts)
    }
    this.#noteGone(questions)
  }

  /** One cause, told once; what was asked of nobody is not judged because of it. */
  #noteGone(questions: readonly Question[]): void {
    const detail = this.#options.gone?.()
    if (detail === undefined) return
    const because = 'answers/at-all'
    this.#checks.set(because, { check: because, state: 'red', detail, seen: { times: 1, of: 1 } })
    for (const check of questions.flatMap(({ checks }) => checks)) {
      const state = this.#checks.get(check)?.state ?? 'not-asked'
      if (state !== 'held') this.#checks.set(check, { check, state: 'blocked', because })
    }
  }

  /** What nothing explains counts only if it happens in a second life too. */
  async #confirm(facts: Facts): Promise<void> {
    const raw = this.#judged().unexplained.flatMap(({ differences }) => differences)
    if (raw.length === 0) return
    const first = this.#differences.splice(0)
    await this.#live(facts, [...new Set(raw.map(({ sender }) => sender as Sender))])
    const second = this.#differences.splice(0)
    const again = new Set(second.map(placeOf))
    this.#differences.push(...first.filter((one) => !raw.includes(one) || again.has(placeOf(one))))
    this.#weather([...raw, ...second])
  }

  /** Where faults have gone away when the same was asked again, those that lives met are of the same kind. */
  #weather(differences: readonly Difference[]): void {
    if (this.#stumbles.length === 0) return
    const faults = differences.flatMap(({ exchange }) => (exchange && isServerFault(exchange) ? [exchange] : []))
    this.#steady(faults, faults.length)
  }

  async #meet(): Promise<Facts | undefined> {
    const { results, remarks, facts, leftBehind } = await meet(this.#options, this.#options, this.#options.openShare)
    this.#note(results, remarks)
    this.#sights.look(this.#checks)
    this.#leftBehind.push(...leftBehind)
    return facts
  }

  #livesOptions(facts: Facts, senders: readonly Sender[]): LivesOptions {
    const { base: url, only = VICTIMS, application = NO_DOORS } = this.#options
    return { ...this.#options, only, application, senders, facts, url }
  }

  async #live(facts: Facts, senders: readonly Sender[], inOtherFormsToo = false): Promise<void> {
    const onOtherForms = ({ leftBehind, ...life }: LifeWithTraces) => {
      this.#formed.push(life)
      this.#leftBehind.push(...leftBehind)
    }
    await allLives({
      ...this.#livesOptions(facts, senders),
      ...(inOtherFormsToo ? { onOtherForms } : {}),
      onLife: (life) => {
        const { differences, remarks, checks, stumbles, sender, tape, leftBehind } = life
        this.#differences.push(...differences)
        this.#tapes.push(tape)
        this.#note(checks, remarks)
        this.#lived.set(sender, life)
        if (stumbles.length > 0) this.#steady(stumbles, stumbles.length)
        this.#leftBehind.push(...leftBehind)
      },
    })
  }

  /** What shows in one of two lives only, and again in a shorter one, hangs on the form that these have in common. */
  async #weighForms(facts: Facts): Promise<void> {
    const known = new Set<string>()
    for (const other of this.#formed) {
      const { sender } = other
      const search = new FormSearch(formsOf(sender), async (forms, acts) => {
        const life = await formedLife(sender, this.#livesOptions(facts, [sender]), forms, acts)
        this.#leftBehind.push(...life.leftBehind)
        return life
      })
      const judgement = this.#judged()
      for (const hanging of hangingIn(this.#pairOf(other), judgement)) {
        const form = await search.find(hanging, known)
        if (form === undefined) continue
        known.add(form.id)
        const red = this.#conditions.note(hanging, form, judgement)
        this.#note(red ? [red] : [], this.#conditions.remarks)
      }
    }
  }

  #pairOf(other: Life): Pair {
    const { sender } = other
    const differences = this.#asked().filter((one) => one.sender === sender)
    const { acts, inVain } = this.#lived.get(sender) ?? { acts: [], inVain: [] }
    const asked = other.differences.filter((one) => isAsked(one, this.#checks))
    return { victim: victimOf(sender), usual: { differences, acts, inVain }, other: { ...other, differences: asked } }
  }

  /** One finding is shown by its questions; only the doors of the application are asked by lives alone. */
  #needsLives(): boolean {
    const finding = FINDINGS.find(({ id }) => id === this.#options.finding)
    return !finding || finding.signs.some((sign) => sign.startsWith('door/'))
  }

  /** The looks that have waited until here: at what was deleted, and a last one at those who were there before. */
  async lookBack(): Promise<void> {
    this.#leftBehind.push(...((await this.#options.lookBack?.()) ?? []))
    const damage = this.#options.damage?.()
    if (damage === undefined) return
    const detail = `${damage} Test again while no one else changes accounts there: what changes again is the endpoint's doing.`
    this.#checks.set(AS_BEFORE, { check: AS_BEFORE, state: 'red', detail, seen: { times: 1, of: 1 } })
  }

  #questions(): readonly Question[] {
    const { finding: id } = this.#options
    const finding = FINDINGS.find((one) => one.id === id)
    if (!finding) return QUESTIONS
    return QUESTIONS.filter(({ checks }) => finding.signs.some((sign) => checks.includes(sign)))
  }

  async #ask(question: Question, facts: Facts): Promise<void> {
    const { openShare, pause, requests, onProgress } = this.#options
    const share = await openShare(question.id)
    const own = { ...facts, prefix: share.mark, phone: share.phone }
    const { results, remarks, stumbles, answers } = await askQuestion(question, own, {
      send: readable(share.send, pause, facts.freshness),
      pause,
      doubt: (check, beside) => this.#doubt(check, beside),
    })
    this.#note(results, remarks)
    this.#sayWhatIsSeen()
    this.#leftBehind.push(...(await share.cleanUp()))
    this.#steady(stumbles, answers)
    this.#done += 1
    onProgress?.({ done: this.#done, of: this.#questions().length, requests: requests(), results })
  }

  /** The waiting caller is notified before it is cleaned up. What an endpoint that has just ended lacks says nothing. */
  #sayWhatIsSeen(): void {
    if (this.#options.gone?.() === undefined) this.#sights.look(this.#checks)
  }

  #doubt(check: string, beside: ReadonlyMap<string, CheckResult>): void {
    if (this.#options.gone?.() === undefined) this.#sights.doubt(check, new Map([...this.#checks, ...beside]))
  }

  #steady(stumbles: readonly Exchange[], answers: number): void {
    this.#stumbles.push(...stumbles)
    this.#answers += answers
    const times = this.#stumbles.length
    const [exchange] = this.#stumbles
    const check = 'answers/steady'
    if (times < STUMBLES || !exchange) return void this.#checks.set(check, { check, state: 'held' })
    const detail = `${times} of ${this.#answers} answers were a fault of the server, and none when the same was asked again.`
    this.#checks.set(check, { check, state: 'red', seen: { times, of: this.#answers }, exchange, detail })
  }

  #nothingElse(questions: readonly Question[], because = this.#obstacle()): void {
    const rest = this.#options.finding === undefined ? ['groups/offered', 'create/accepted'] : []
    for (const check of [...rest, ...questions.flatMap(({ checks }) => checks)]) {
      if (!this.#checks.has(check)) this.#checks.set(check, { check, state: 'blocked', because })
    }
  }

  /** What was asked first and stands in the way of all else. */
  #reachingOthers(questions: readonly Question[]): string | undefined {
    const first = questions.filter(({ isFirst }) => isFirst).flatMap(({ checks }) => checks)
    return first.find((check) => this.#checks.get(check)?.state === 'red')
  }

  /** What ended the acquaintance; that there are no groups did not. */
  #obstacle(): string {
    const wrong = [...this.#checks.values()].filter(({ state }) => state !== 'held')
    return (wrong.find(({ check }) => check !== 'groups/offered') ?? wrong[0])?.check ?? 'meet/reachable'
  }

  #note(results: readonly CheckResult[], remarks: readonly Remark[]): void {
    for (const result of results)
      if (this.#checks.get(result.check)?.state !== 'red') this.#checks.set(result.check, result)
    for (const remark of remarks) if (!this.#remarks.has(remark.id)) this.#remarks.set(remark.id, remark)
  }

  #judged(): Judgement {
    const judgement = judge(FINDINGS, { checks: this.#checks, differences: this.#asked() })
    const evidence = { checks: this.#checks, differences: this.#differences }
    const acts = [...this.#lived.values()].flatMap((life) => actsNotJudged(life, judgement, evidence))
    const judged = this.#conditions.within({ ...judgement, notJudged: [...judgement.notJudged, ...acts] })
    return withOktaKinds(judged, this.#lived)
  }

  #asked(): readonly Difference[] {
    return this.#differences.filter((one) => isAsked(one, this.#checks))
  }

  /** Of lives that were lived twice the first one: its differences are those that count. */
  #lives(): Examination['lives'] {
    const asked = this.#asked()
    const isOf = (tape: LifeTape, { sender, exchange }: Difference): boolean =>
      sender === tape.sender && (exchange === undefined || tape.exchanges.includes(exchange))
    const first = this.#tapes.filter((tape, at) => this.#tapes.findIndex(({ sender }) => sender === tape.sender) === at)
    return first.map((tape) => ({ tape, differences: asked.filter((one) => isOf(tape, one)) }))
  }

  result(): Examination {
    const findings: readonly Finding[] = FINDINGS
    const judgement = this.#judged()
    const lived = [...this.#lived.values()]
    const verdicts = Object.fromEntries(
      VICTIMS.map((victim) => [
        victim,
        verdictOf(victim, judgement, findings, this.#checks, hurtBy(victim, judgement), {
          inVain: shareInVain(victim, lived),
          isWhole: victim === 'okta' && isOktaLived(this.#lived),
        }),
      ]),
    ) as Record<Victim, Verdict>
    const leftBehind = this.#leftBehind
    const remarks = [...this.#remarks.values()]
    return {
      judgement,
      verdicts,
      checks: this.#checks,
      differences: this.#differences,
      remarks,
      requests: this.#options.requests(),
      leftBehind,
      accessAsked: (this.#options.application?.doors.length ?? 0) > 0,
      met: this.#met,
      lives: this.#lives(),
    }
  }
}

function isServerFault({ response }: Exchange): boolean {
  return response === undefined || response.status >= 500
}
