// The questions of a suite, in the form in which the examination asks its own.
import type { CheckResult } from '@scimulator/findings'
import type { Facts } from '../examine/facts.ts'
import type { Question } from '../examine/question.ts'
import { Questioner } from '../examine/questioner.ts'
import { RowNotes } from './row-notes.ts'
import { type Access, checkOf, type EngineQuestion, type RowQuestion, type Section, type Suite } from './suite.ts'

export function questionsOf({ sections }: Suite): readonly Question[] {
  return sections.flatMap((section) => section.questions.map((one, index) => questionOf(section, one, index)))
}

function questionOf(section: Section, { decides, quiet = false, ask }: RowQuestion, index: number): Question {
  return {
    id: `${section.id}-${index + 1}`,
    asks: section.title,
    checks: decides.map((row) => checkOf(section, row)),
    quiet,
    ask: (q) => ask(q, new RowNotes(q, (row) => checkOf(section, row))),
  }
}

/** An act of a section, with the checks that it makes. */
export interface NamedEngine {
  readonly id: string
  readonly checks: readonly string[]
  readonly engine: EngineQuestion
  checkOf(row: string): string
}

export function enginesOf({ sections }: Suite): readonly NamedEngine[] {
  return sections.flatMap((section) =>
    (section.engines ?? []).map((engine, index) => ({
      id: `${section.id}-act-${index + 1}`,
      checks: engine.decides.map((row) => checkOf(section, row)),
      engine,
      checkOf: (row: string) => checkOf(section, row),
    })),
  )
}

interface NamedLook {
  look(access: Access, facts: Facts): readonly CheckResult[]
}

export function accessOf({ sections }: Suite): readonly NamedLook[] {
  return sections.flatMap((section) => {
    const { access: question } = section
    if (!question) return []
    const look = (access: Access, facts: Facts): readonly CheckResult[] => {
      const q = new Questioner(facts, section.id, 0)
      question.look(access, new RowNotes(q, (row) => checkOf(section, row)))
      return [...q.results.values()]
    }
    return [{ look }]
  })
}
