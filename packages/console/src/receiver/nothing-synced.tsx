import { Link as TextLink } from '@fluentui/react-components'
import { createLink } from '@tanstack/react-router'
import { paths } from '../paths.ts'

const Link = createLink(TextLink)

/** Where an identity provider has not brought anything yet, and what would. */
export function NothingSynced({ what }: { readonly what: string }) {
  return (
    <>
      <span>{what} appear here once an identity provider has synced.</span>
      <Link to={paths.home}>Connect one on the start page</Link>
    </>
  )
}
