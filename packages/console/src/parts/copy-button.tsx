import { Button } from '@fluentui/react-components'
import { CheckmarkRegular, CopyRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useLater } from '../source/use-later.ts'
import { useSingleKeys } from './use-single-keys.ts'

const SAID_FOR_MS = 2_000

interface CopyButtonProps {
  readonly label: string
  readonly text: () => string
  /** A letter that does the same while no field has the focus. */
  readonly letter?: string
}

export function CopyButton({ label, text, letter }: CopyButtonProps) {
  const [isCopied, setCopied] = useState(false)
  const copy = (): void => void navigator.clipboard.writeText(text()).then(() => setCopied(true))
  useSingleKeys(letter === undefined ? {} : { [letter]: copy })
  useLater(isCopied, SAID_FOR_MS, label, () => setCopied(false))
  return (
    <Button size="small" icon={isCopied ? <CheckmarkRegular /> : <CopyRegular />} onClick={copy}>
      {isCopied ? 'Copied' : label}
    </Button>
  )
}
