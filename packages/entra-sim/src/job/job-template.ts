/** Synchronization templates, by factory tag. */

/** Of applications of one's own. */
export const DEFAULT_TEMPLATE = 'scim'

/** Of such applications until 2018; its jobs write the older PATCH whatever the tenant URL says (Microsoft: SCIM 2.0 protocol compliance). */
export const OLD_TEMPLATE = 'customappsso'

/** Of Microsoft's validation kit for the app gallery; here it is the one of custom applications. */
const VENDORS_TEMPLATE = 'isvonboarding'

/** A SCIM connector of the gallery: everything but the names is as with a custom application. */
export interface GalleryApp {
  /** Id of the application template; Microsoft's own is not known to us. */
  readonly id: string
  readonly displayName: string
  readonly factoryTag: string
}

/** hashicorp/terraform-provider-azuread, acceptance tests of azuread_synchronization_job; the others: a public script that lists tags of jobs. */
export const GALLERY_APPS: readonly GalleryApp[] = [
  {
    id: 'a6b1e0c4-5d0f-4f0c-9a55-6461746162ce',
    displayName: 'Azure Databricks SCIM Provisioning Connector',
    factoryTag: 'dataBricks',
  },
  { id: 'a6b1e0c4-5d0f-4f0c-9a55-736c61636b00', displayName: 'Slack', factoryTag: 'slackOutDelta' },
  { id: 'a6b1e0c4-5d0f-4f0c-9a55-7a6f6f6d0000', displayName: 'Zoom', factoryTag: 'zoom' },
  { id: 'a6b1e0c4-5d0f-4f0c-9a55-64726f70626f', displayName: 'Dropbox Business', factoryTag: 'DropboxSCIMOutDelta' },
]

/** The factory tag that jobs of this template carry; undefined for a template that does not exist. */
export function factoryTagOf(templateId: string): string | undefined {
  if (templateId === DEFAULT_TEMPLATE || templateId === VENDORS_TEMPLATE) return DEFAULT_TEMPLATE
  if (templateId === OLD_TEMPLATE) return OLD_TEMPLATE
  return GALLERY_APPS.find(({ factoryTag }) => factoryTag === templateId)?.factoryTag
}
