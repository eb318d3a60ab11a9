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

export interface SeenJob extends Omit<Seen<unknown>, 'data'> {
  readonly app: string
  readonly job: Views['entra.job'] | undefined
}

/** The provisioning job of the application that the address names. */
export function useJob(): SeenJob {
  const app = useAppName()
  const { data, error, retry } = useView('entra.job', { app })
  return { app, job: data?.items[0]?.value, error, retry }
}

export type Application = Item<Views['entra.applications']>
