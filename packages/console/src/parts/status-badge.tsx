import { Badge } from '@fluentui/react-components'
import { CheckmarkCircleFilled, DismissCircleFilled, InfoFilled, WarningFilled } from '@fluentui/react-icons'

const TONES = {
  good: { color: 'success', icon: <CheckmarkCircleFilled /> },
  bad: { color: 'danger', icon: <DismissCircleFilled /> },
  watch: { color: 'warning', icon: <WarningFilled /> },
  plain: { color: 'informative', icon: <InfoFilled /> },
} as const

export type Tone = keyof typeof TONES

/** A word with a colour and a sign: colour alone says nothing. */
export function StatusBadge({ tone, children }: { readonly tone: Tone; readonly children: string }) {
  const { color, icon } = TONES[tone]
  return (
    <Badge appearance="tint" color={color} icon={icon}>
      {children}
    </Badge>
  )
}
