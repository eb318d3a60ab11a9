import { isoTime } from '@scimulator/shared/runtime'
import type { OutboxMessage } from '../log/outbox-message.ts'
import type { MemberNames } from './attribute-rule.ts'
import type { Circumstances } from './circumstances.ts'

/** Lark A07, on the Entra ID page only: members that a sync makes new are told, when the sync source says so. */
export function memberNotification(names: MemberNames, circumstances: Circumstances): readonly OutboxMessage[] {
  const { source, context, rulesOff } = circumstances
  if (!source.memberNotification || source.kind !== 'Entra ID' || rulesOff.has('A07')) return []
  if (names.email === undefined) return []
  const { organisation, id } = source
  return [
    {
      at: isoTime(context.now),
      organisation,
      kind: 'new member',
      to: names.email,
      source: id,
      subject: 'Welcome to Lark',
      text: `${names.name ?? names.email}, your organisation has added you to Lark.`,
    },
  ]
}
