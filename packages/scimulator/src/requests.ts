// What Entra ID and JumpCloud really send in the life of a small company, as data; the same is in the package's folder `requests` as JSON,
// for suites in other languages. It loads no engine.
export type { RequestCorpus } from './api/generated/requests.ts'
export {
  type RequestFormat,
  type RequestSender,
  type RequestsOptions,
  readRequests,
  requestsAs,
} from './api/requests.ts'
