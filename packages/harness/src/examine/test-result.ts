// What an examination comes to, in the form that is promised: `version: 1`. Its JSON Schema is published.
import { DAMAGES, KINDS, VICTIMS } from '@scimulator/findings'
import { z } from 'zod'
import { Recording } from '../report/recording.ts'

/** Raised when a member changes its meaning or goes. */
export const TEST_RESULT_VERSION = 1

const Request = z.strictObject({
  method: z.string(),
  url: z.string(),
  headers: z.array(z.tuple([z.string(), z.string()])),
  body: z.string().optional(),
})

const Response = z.strictObject({
  status: z.int(),
  headers: z.array(z.tuple([z.string(), z.string()])),
  body: z.string().describe('As it came; long bodies are cut'),
})

export const ShownExchange = z
  .strictObject({
    request: Request,
    response: Response.optional(),
    failure: z.strictObject({ kind: z.string(), message: z.string() }).optional().describe('Why there is no answer'),
    readBack: Response.optional().describe('The answer to reading it again, where the fault shows only then'),
  })
  .describe('A request and what came of it, without secrets')
export type ShownExchange = z.infer<typeof ShownExchange>

const Victim = z.enum(VICTIMS)

export const ToldFinding = z
  .strictObject({
    id: z.string(),
    kind: z.enum(KINDS).describe('fault: what is answered or done is wrong; restriction: ordinary data is refused'),
    title: z.string(),
    detail: z.string().describe('What was seen'),
    why: z.string().describe('What identity providers do that makes it matter'),
    hurts: z.array(Victim),
    when: z.string().optional().describe('The condition under which it hurts; absent when it always does'),
    damage: z.enum(DAMAGES),
    seen: z.strictObject({ times: z.int(), of: z.int() }),
    exchange: ShownExchange.optional().describe('The shortest request that shows it'),
    curl: z.string().optional(),
    acts: z.array(z.string()).describe('Acts of the lives that it broke'),
    fix: z.string(),
    clause: z.string().optional(),
    sources: z.array(z.string()),
  })
  .describe('A finding at an endpoint, with what shows it')
export type ToldFinding = z.infer<typeof ToldFinding>

const ToldRemark = z.strictObject({ id: z.string(), text: z.string(), exchange: ShownExchange.optional() })

const ToldUnexplained = z.strictObject({
  id: z.string(),
  what: z.string(),
  when: z.string().optional().describe('The condition under which it matters; absent when it always does'),
  sender: z.string().optional().describe('In whose life it was first seen'),
  act: z.string().optional().describe('In which act it was first seen'),
  acts: z.array(z.string()).optional().describe('All acts of lives in which it was seen'),
  exchange: ShownExchange.optional(),
})

export const ToldVerdict = z
  .strictObject({
    verdict: z.enum(['works', 'breaks', 'unknown']),
    because: z.array(z.string()).describe('Ids of findings, and of what nothing explains'),
    except: z.array(z.string()).describe('Ids of findings that hurt under a condition only'),
  })
  .describe('Whether an endpoint works for one of those who provision into it')

export const TestResult = z
  .strictObject({
    version: z.literal(TEST_RESULT_VERSION),
    target: z.string().describe('Base URL'),
    verdicts: z.strictObject({
      entra: ToldVerdict,
      entraLegacy: ToldVerdict,
      jumpcloud: ToldVerdict,
      // A result of before 2027 has none.
      okta: ToldVerdict.default({ verdict: 'unknown', because: [], except: [] }),
      rfc: ToldVerdict,
    }),
    findings: z.array(ToldFinding).describe('Worst first'),
    remarks: z.array(ToldRemark),
    notJudged: z.array(
      z.strictObject({
        question: z.string(),
        because: z.string().describe('Id of the finding that stands in the way'),
      }),
    ),
    unexplained: z.array(ToldUnexplained),
    access: z.enum(['asked', 'not-asked']).describe('Whether the application was asked who gets in'),
    requests: z.int().describe('How many were sent'),
    durationMs: z.int().describe('Milliseconds'),
    leftBehind: z.array(z.string()).describe('URLs of what could not be removed'),
    recordings: z
      .array(Recording)
      .describe('What happened in lives that were not as they must be, act by act; in all lives with --record'),
  })
  .describe('What a test of an endpoint came to')
export type TestResult = z.infer<typeof TestResult>

/** The published JSON Schema. */
export function testResultJsonSchema(): unknown {
  return z.toJSONSchema(TestResult)
}
