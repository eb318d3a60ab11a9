// From a list to the pages of single users and groups. A recording has no such pages.
import { Link as TextLink } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { createLink } from '@tanstack/react-router'
import { LinkButton } from '../../parts/link-button.tsx'
import { useAct } from '../../source/use-act.ts'

const Link = createLink(TextLink)

interface ObjectLinkProps {
  readonly label: string
  readonly path: string
}

export function ObjectLink({ label, path }: ObjectLinkProps) {
  return useAct().canAct ? <Link to={path}>{label}</Link> : null
}

export function NewObject({ label, path }: ObjectLinkProps) {
  if (!useAct().canAct) return null
  return (
    <LinkButton appearance="primary" icon={<AddRegular />} to={path}>
      {label}
    </LinkButton>
  )
}
