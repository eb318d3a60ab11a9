// What stands in the receiver's place, and how much of it goes wrong on purpose.
import { Badge, makeStyles, Link as TextLink, tokens } from '@fluentui/react-components'
import { createLink } from '@tanstack/react-router'
import { useNarrow } from '../parts/narrow.ts'
import { StatusBadge } from '../parts/status-badge.tsx'
import { paths } from '../paths.ts'
import { useView } from '../source/use-view.ts'

const Link = createLink(TextLink)

const useStyles = makeStyles({
  mark: { display: 'inline-flex', alignItems: 'center', gap: '8px', whiteSpace: 'nowrap', minWidth: 0 },
  foreign: {
    color: tokens.colorPaletteDarkOrangeForeground1,
    fontWeight: tokens.fontWeightSemibold,
    maxWidth: '220px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  },
})

/** An endpoint of somebody's own by its host; of ours nothing is said but what is set to go wrong. */
export function TargetMark() {
  const styles = useStyles()
  const isNarrow = useNarrow()
  const world = useView('world.world').data?.items[0]?.value
  const faults = useView('world.faults').data?.total ?? 0
  const isOwn = world !== undefined && world.target === null
  const behaviour = useView('lark.behaviour', { where: 'isOn:true', limit: 1 }, isOwn)
  const deviations = isOwn ? (behaviour.data?.total ?? 0) : 0
  return (
    <span className={styles.mark}>
      {world?.target && !isNarrow ? (
        <Link to={paths.targetUsers} className={styles.foreign} title={world.target.url}>
          {new URL(world.target.url).host}
        </Link>
      ) : null}
      {isNarrow && faults + deviations > 0 ? (
        <Link to={paths.wire} aria-label={`${faults + deviations} set to go wrong`}>
          <Badge color="danger">{faults + deviations}</Badge>
        </Link>
      ) : null}
      {!isNarrow && faults > 0 ? (
        <Link to={paths.wire} aria-label={`${counted(faults, 'fault')} set on the wire`}>
          <StatusBadge tone="bad">{counted(faults, 'fault')}</StatusBadge>
        </Link>
      ) : null}
      {!isNarrow && deviations > 0 ? (
        <Link to={paths.behaviour} aria-label={`${counted(deviations, 'deviation')} of the application`}>
          <StatusBadge tone="bad">{counted(deviations, 'deviation')}</StatusBadge>
        </Link>
      ) : null}
    </span>
  )
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
