// From a list to the pages of single users and groups. A recording has no such pages.
import { makeStyles, Link as TextLink } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { createLink } from '@tanstack/react-router'
import { LinkButton } from '../../parts/link-button.tsx'
import { useAct } from '../../source/use-act.ts'

const Link = createLink(TextLink)

/** Buttons stand below it: what is pressed with a finger is 24 pixels high. */
const useStyles = makeStyles({ link: { lineHeight: '24px' } })

interface ObjectLinkProps {
  readonly label: string
  readonly path: string
}

export function ObjectLink({ label, path }: ObjectLinkProps) {
  const styles = useStyles()
  if (!useAct().canAct) return null
  return (
    <Link className={styles.link} to={path}>
      {label}
    </Link>
  )
}

export function NewObject({ label, path }: ObjectLinkProps) {
  if (!useAct().canAct) return null
  return (
    <LinkButton appearance="primary" icon={<AddRegular />} to={path}>
      {label}
    </LinkButton>
  )
}
