import { Button, type ButtonProps } from '@fluentui/react-components'
import { createLink } from '@tanstack/react-router'
import type { AnchorHTMLAttributes } from 'react'

type Props = Pick<ButtonProps, 'appearance' | 'size'> &
  Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'type'> & { readonly icon?: React.ReactElement }

function Anchor({ icon, ...props }: Props) {
  return <Button as="a" {...props} {...(icon === undefined ? {} : { icon })} />
}

/** A link to a page of ours that looks like a button, because an act begins there. */
export const LinkButton = createLink(Anchor)
