import { useParams } from '@tanstack/react-router'
import type { Item, Views } from '../../source/source.ts'
import { type Seen, useView } from '../../source/use-view.ts'

/** The application that the address names. */
export function useAppName(): string {
  const { app = '' }: { readonly app?: string } = useParams({ strict: false })
  return app
}

/** Whose mapping the address names. */
export function useObjectType(): 'User' | 'Group' {
  const { object }: { readonly object?: string } = useParams({ strict: false })
  return object === 'Group' ? 'Group' : 'User'
}

export interface SeenJob extends Seen<Views['entra.job']> {
  readonly app: string
}

/** The provisioning job of the application that the address names. */
export function useJob(): SeenJob {
  const app = useAppName()
  const { data, ...rest } = useView('entra.job', { app })
  return { app, data: data?.items[0]?.value, ...rest }
}

export type Application = Item<Views['entra.applications']>
