// Addresses of pages: the only thing that the families of pages know of one another.
import { FAMILIES } from './families.ts'

/** One person or thing in a list. */
function opened(path: string, key: string): string {
  return `${path}?open=${encodeURIComponent(key)}`
}

/** A page of an enterprise application, by the application's name. */
function ofApp(app: string, page = ''): string {
  return `/entra/apps/${encodeURIComponent(app)}${page}`
}

export const paths = {
  home: '/',
  wire: '/wire',
  /** An exchange on the wire, by its number. */
  exchange: (seq: number) => opened('/wire', String(seq)),
  /** Somebody at all programs, by a key or an id that any of them knows. */
  person: (key: string) => `/people/${encodeURIComponent(key)}`,
  /** An entry in the list that shows a view; undefined where no page does. */
  entry: (program: string, view: string, key: string) => {
    const list = FAMILIES.find((family) => family.program === program)?.lists[view]
    return list === undefined ? undefined : opened(list, key)
  },
  /** Quirks of the identity providers and findings of endpoints. */
  catalogue: '/catalogue',
  stories: '/stories',
  story: (id: string) => `/stories/${encodeURIComponent(id)}`,
  /** What was sent about somebody or something, by name. */
  wireAbout: (name: string) => `/wire?q=${encodeURIComponent(name)}`,
  members: '/lark/members',
  member: (key: string) => opened('/lark/members', key),
  directorySync: '/lark/directory-sync',
  addSource: '/lark/directory-sync/add',
  editSource: '/lark/directory-sync/edit',
  departments: '/lark/departments',
  syncLog: '/lark/sync-log',
  behaviour: '/lark/behaviour',
  targetUsers: '/target/users',
  targetGroups: '/target/groups',
  jumpCloudApplications: '/jumpcloud/sso',
  jumpCloudNewApplication: '/jumpcloud/sso/new',
  jumpCloudApplication: '/jumpcloud/sso/application',
  entraUsers: '/entra/users',
  entraGroups: '/entra/groups',
  newEntraUser: '/entra/users/new',
  newEntraGroup: '/entra/groups/new',
  /** A page of a user or a group, by the object’s id. */
  entraObject: (kind: 'user' | 'group', id: string, page = '') =>
    `/entra/${kind}s/${encodeURIComponent(id)}${page === '' ? '' : `/${page}`}`,
  entraApps: '/entra/apps',
  newEntraApp: '/entra/apps/new',
  entraApp: (app: string) => ofApp(app),
  entraAssignments: (app: string) => ofApp(app, '/assignments'),
  entraAddAssignment: (app: string) => ofApp(app, '/assignments/add'),
  entraProvisioning: (app: string) => ofApp(app, '/provisioning'),
  entraConnectivity: (app: string) => ofApp(app, '/connectivity'),
  entraMappings: (app: string) => ofApp(app, '/mappings'),
  entraEdit: (app: string) => ofApp(app, '/edit'),
  entraMapping: (app: string, object: 'User' | 'Group') => ofApp(app, `/mappings/${object}`),
  entraScope: (app: string, object: 'User' | 'Group') => ofApp(app, `/scope/${object}`),
  entraAttributes: (app: string, object: 'User' | 'Group') => ofApp(app, `/attributes/${object}`),
  entraSchema: (app: string) => ofApp(app, '/schema'),
  entraOnDemand: (app: string) => ofApp(app, '/on-demand'),
  entraExpression: (app: string) => ofApp(app, '/expression'),
  entraLogs: (app: string) => ofApp(app, '/logs'),
  entraAudit: (app: string) => ofApp(app, '/audit'),
  entraHeldBack: (app: string) => ofApp(app, '/held-back'),
  jumpCloudUsers: '/jumpcloud/users',
  oktaPeople: '/okta/people',
  newOktaPerson: '/okta/people/new',
  /** A person's page, by the person's id. */
  oktaPerson: (id: string) => `/okta/people/${encodeURIComponent(id)}`,
  oktaApps: '/okta/apps',
  newOktaApp: '/okta/apps/new',
  /** A tab of an application, by the application's label. */
  oktaApp: (app: string, tab = 'general') =>
    `/okta/apps/${encodeURIComponent(app)}${tab === 'general' ? '' : `/${tab}`}`,
  oktaGroups: '/okta/groups',
  oktaGroup: (id: string) => `/okta/groups/${encodeURIComponent(id)}`,
} as const
