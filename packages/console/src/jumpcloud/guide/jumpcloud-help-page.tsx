import type { ReceiverFacts } from '../../parts/guide.ts'
import { HelpPage } from '../../parts/help-page.tsx'
import { useView } from '../../source/use-view.ts'
import { jumpCloudGuide } from './jumpcloud-guide.ts'

/** It ticks itself from what the world shows. */
export function JumpCloudHelpPage({ receiver }: { readonly receiver: ReceiverFacts }) {
  const application = useView('jumpcloud.applications').data?.items[0]
  const connector = useView('jumpcloud.connector').data?.items.find(({ key }) => key === application?.key)?.value
  const lines = jumpCloudGuide({
    ...receiver,
    application: application?.key,
    identityManagement: application?.value.identityManagement ?? false,
    isActive: application?.value.integrationActive ?? false,
    userGroups: application?.value.userGroups ?? [],
    baseUrl: connector?.baseUrl ?? '',
    isTested: connector?.lastTest?.passed ?? false,
    groupManagement: connector?.groupManagement ?? true,
  })
  return <HelpPage word="jumpcloud" title="JumpCloud help page" lines={lines} />
}
