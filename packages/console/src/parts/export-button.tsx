// One offline file of what is shown, to be sent to somebody.
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useAct } from '../source/use-act.ts'
import { saveFile } from './save-file.ts'

const useStyles = makeStyles({
  row: { display: 'inline-flex', alignItems: 'center', gap: '8px', flexWrap: 'wrap' },
  said: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, maxWidth: '52ch' },
})

interface ExportButtonProps {
  /** `world.export-story` or `world.export-range`. */
  readonly verb: string
  readonly input: object
  readonly label?: string
}

/** Saves at the first press; a reader who must not name people presses once more. */
export function ExportButton({ verb, input, label = 'Export HTML' }: ExportButtonProps) {
  const styles = useStyles()
  const { run, isRunning, error } = useAct()
  const [saved, setSaved] = useState<string>()
  const save = async (rename: boolean): Promise<void> => {
    const { title, html } = Object(await run(verb, { ...input, rename }))
    setSaved(typeof html === 'string' ? saveFile(String(title), 'text/html', html) : undefined)
  }
  return (
    <span className={styles.row}>
      <Button icon={<ArrowDownloadRegular />} disabledFocusable={isRunning} onClick={() => void save(false)}>
        {label}
      </Button>
      {saved === undefined || error ? null : (
        <Button appearance="subtle" disabledFocusable={isRunning} onClick={() => void save(true)}>
          Again, with people renamed
        </Button>
      )}
      <span className={styles.said} role="status">
        {error?.message ??
          (saved === undefined ? '' : `Saved as ${saved}. It needs no server. Tokens are not in it; names are.`)}
      </span>
    </span>
  )
}
