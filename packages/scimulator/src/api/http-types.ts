/** What is read of a request of node:http, Express or Fastify's `raw`: an IncomingMessage is one. */
export interface HttpRequest {
  readonly method?: string | undefined
  readonly url?: string | undefined
}

/** What an answer is written to: a ServerResponse of node:http is one. */
export interface HttpResponse {
  /** Ends the answer. */
  end(): unknown
}

/** A server that listens. */
export interface Listening {
  /** `http://127.0.0.1:41001`, without trailing slash. */
  readonly url: string
  readonly port: number
  /** Stops accepting and lets running requests end for a second. */
  close(): Promise<void>
}

/** Where a program listens. */
export interface ListenOptions {
  /** Default 0, which takes a free one. */
  readonly port?: number
  /** Default 127.0.0.1. */
  readonly host?: string
}
