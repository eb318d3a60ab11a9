import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { PlayCircleRegular } from '@fluentui/react-icons'
import { useNavigate } from '@tanstack/react-router'
import { paths } from '../paths.ts'
import { useAct } from '../source/use-act.ts'

const useStyles = makeStyles({
  refused: { color: tokens.colorPaletteRedForeground1, fontSize: tokens.fontSizeBase200, maxWidth: '60ch' },
})

interface GoOnLiveProps {
  readonly id: string
  /** The last step that is carried out. */
  readonly step: number
}

/** The world becomes what the story has made of it by this step; what was is a snapshot. */
export function GoOnLive({ id, step }: GoOnLiveProps) {
  const styles = useStyles()
  const { run, isRunning, error } = useAct()
  const navigate = useNavigate()
  const go = async (): Promise<void> => {
    if ((await run('world.play-story', { story: id, upTo: step })) !== undefined) void navigate({ to: paths.wire })
  }
  return (
    <>
      <Button
        icon={<PlayCircleRegular />}
        title="Begins the world anew with these steps; a snapshot brings back what was"
        disabledFocusable={isRunning}
        onClick={() => void go()}
      >
        Go on live
      </Button>
      <span role="status" className={styles.refused}>
        {error?.message ?? ''}
      </span>
    </>
  )
}
