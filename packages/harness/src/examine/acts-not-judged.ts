// Acts of a life that say nothing, each with what stood in the way. Pure.
import { type Difference, type Evidence, type Victim, victimOf } from '@scimulator/findings'
import { causeOf, type Judgement, type NotJudged } from './judge.ts'
import type { Sender } from './lives/expected-directory.ts'
import type { InVain, Life } from './lives/live.ts'

export type ActsOfLife = Pick<Life, 'sender' | 'acts' | 'notLived' | 'inVain'>

/** Those that were not reached, those in which nothing was sent, and those about somebody who never arrived. */
export function actsNotJudged(life: ActsOfLife, judgement: Judgement, evidence: Evidence): readonly NotJudged[] {
  const { sender, notLived, inVain } = life
  const first = inVain.find(({ act }) => act === 'connection' || act === 'hired')
  const begun =
    first === undefined ? causeOfBeginning(sender, judgement) : causeOfVain(first, life, judgement, evidence)
  const told = (act: string, because: string): NotJudged => ({ question: `${sender}: ${act}`, because })
  return [
    ...inVain.map((one) => told(one.act, causeOfVain(one, life, judgement, evidence))),
    ...(begun === undefined ? [] : notLived.map((act) => told(act, begun))),
  ]
}

/** Share of the acts of somebody's lives that say nothing; 0 where none was lived. */
export function shareInVain(victim: Victim, lives: readonly ActsOfLife[]): number {
  const own = lives.filter(({ sender }) => victimOf(sender) === victim)
  const sum = (count: (life: ActsOfLife) => number): number => own.reduce((all, life) => all + count(life), 0)
  const vain = sum(({ notLived, inVain }) => notLived.length + new Set(inVain.map(({ act }) => act)).size)
  return vain === 0 ? 0 : vain / sum(({ acts, notLived }) => acts.length + notLived.length)
}

/** A life that could not begin, or that nobody was hired in, ends there; what stood in the way is what broke those first acts. */
function causeOfBeginning(sender: Sender, judgement: Judgement): string | undefined {
  const begun = [`${sender}: connection`, `${sender}: hired`]
  const found = [...judgement.acts].find(([, broken]) => broken.some((act) => begun.includes(act)))?.[0]
  return found ?? judgement.unexplained.find(({ differences }) => differences.some((one) => isOf(sender, one)))?.id
}

function causeOfVain({ check, missing }: InVain, life: ActsOfLife, judgement: Judgement, evidence: Evidence): string {
  if (check !== undefined) return causeOf(check, judgement.sightings, evidence)
  const isTheirs = (one: Difference | undefined) => isOf(life.sender, one) && one?.subject === missing
  const explained = [...judgement.causes].find(([difference]) => isTheirs(difference))?.[1]
  const raw = judgement.unexplained.find(({ differences }) => differences.some(isTheirs))?.id
  // Who has not arrived, and no difference says why, is missing because something was not sent before.
  const before = life.inVain.find((one) => one.check !== undefined)
  return explained ?? raw ?? causeOf(before?.check ?? 'answers/at-all', judgement.sightings, evidence)
}

function isOf(sender: Sender, difference: Difference | undefined): boolean {
  return difference?.sender === sender
}
