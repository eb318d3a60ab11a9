import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { useLive } from '../source/live-pages.tsx'
import { useView } from '../source/use-view.ts'

/** What memory no longer holds: read from disk at a press, or how it would be there. */
export function OlderOnes({ count }: { readonly count: number }) {
  const { exchanges } = useLive()
  const [isReading, setReading] = useState(false)
  const isKept = useView('world.world').data?.items[0]?.value.kept
  if (isKept === undefined) return null
  const older = `${count} older ${count === 1 ? 'one is' : 'ones are'}`
  if (!isKept) return <span>{`${older} no longer held; with up --data they stay on disk`}</span>
  const read = async (): Promise<void> => {
    setReading(true)
    await exchanges.earlier().finally(() => setReading(false))
  }
  return (
    <>
      <span>{`${older} on disk`}</span>
      <Button disabledFocusable={isReading} onClick={() => void read()}>
        Earlier ones
      </Button>
    </>
  )
}
