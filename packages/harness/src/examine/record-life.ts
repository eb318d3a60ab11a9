// One life of an examination as a recording: its acts, what went over the wire, and the directory as the answers have shown it. Pure.
import type { Difference } from '@scimulator/findings'
import type { Exchange } from '@scimulator/shared/provisioning'
import { isoTime } from '@scimulator/shared/runtime'
import { makeRecording, type NotedStep } from '../report/make-recording.ts'
import type { ExpectationRecord, Recording } from '../report/recording.ts'
import type { Examination } from './examine.ts'
import { actText } from './lives/act-texts.ts'
import type { Sender } from './lives/expected-directory.ts'
import type { TapedAct } from './lives/life-tape.ts'

const TITLES: Readonly<Record<Sender, string>> = {
  entra: 'Entra ID, with ?aadOptscim062020',
  entraLegacy: 'Entra ID, without it',
  onDemand: 'Entra ID, provision on demand',
  jumpcloud: 'JumpCloud',
  okta: 'Okta, application of the wizard',
  oktaCatalogue: 'Okta, application of the catalogue',
}

type Life = Examination['lives'][number]

/** @param shown what of an exchange may be shown @param causes ids of the findings that explain differences */
export function recordLife(
  { tape, differences }: Life,
  shown: (exchange: Exchange) => Exchange,
  causes: ReadonlyMap<Difference, string>,
): Recording {
  const { sender, exchanges } = tape
  const numbers = new Map(exchanges.map((exchange, at) => [exchange, at + 1]))
  const step = (act: TapedAct): NotedStep => {
    const found = differences.filter((one) => one.act === act.id)
    return {
      ...{ title: act.id, says: actText(act.id), program: sender, verb: act.id, input: {}, from: act.from, to: act.to },
      at: isoTime(exchanges[act.to - 1]?.startedAt ?? exchanges[0]?.startedAt ?? 0),
      outcome: found.length > 0 ? 'failed' : 'passed',
      expectations: found.length > 0 ? found.map((one) => broken(one, numbers, causes)) : [held(act)],
    }
  }
  return makeRecording({
    story: {
      id: `life-${sender}`,
      title: TITLES[sender],
      text: 'What a company does in a year, at this endpoint.',
      source: '',
    },
    directory: 'answers',
    steps: tape.acts.map(step),
    exchanges: exchanges.map((exchange, at) => ({ ...shown(exchange), seq: at + 1, sender })),
  })
}

function held({ id }: TapedAct): ExpectationRecord {
  const text = id === 'connection' ? 'it connects' : 'everybody whom it is about, and a bystander, are as they must be'
  return { text, ok: true, difference: [] }
}

function broken(
  difference: Difference,
  numbers: ReadonlyMap<Exchange, number>,
  causes: ReadonlyMap<Difference, string>,
): ExpectationRecord {
  const { subject, attribute, expected, actual, exchange } = difference
  const cause = causes.get(difference)
  const message = cause === undefined ? 'nothing explains this' : `follows from ${cause}`
  const by = exchange && numbers.get(exchange)
  return {
    text: `${attribute} of ${subject}`,
    ok: false,
    difference: [
      {
        ...{ item: subject, message },
        attributes: [{ attribute, expected: printed(expected), actual: printed(actual) }],
        ...(by === undefined ? {} : { exchange: by }),
      },
    ],
  }
}

function printed(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value)
}
