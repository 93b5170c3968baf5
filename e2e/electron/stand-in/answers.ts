type BeforeRequest = (
  details: { readonly url: string },
  decide: (decision: { readonly cancel?: boolean }) => void,
) => void;
type SchemeHandler = (request: Request) => Response | Promise<Response>;

/** Answers a page's request as `Fetch.fulfillRequest` wants it; null = blocked. */
export type Answers = (url: string, method: string) => Promise<object | null>;

/** What the program has said of requests: whether one may go out, and what its own schemes answer. */
export interface RequestRules {
  beforeRequest: BeforeRequest;
  readonly handlers: Map<string, SchemeHandler>;
}

/** A page's requests by the program's rules. There is no network: a request that the rules let out fails too. */
export function answersBy(rules: RequestRules): Answers {
  return async (url, method) => {
    const cancelled = await new Promise<boolean>((resolve) => {
      rules.beforeRequest({ url }, ({ cancel }) => resolve(cancel === true));
    });
    const handler = rules.handlers.get(new URL(url).protocol.slice(0, -1));
    if (cancelled || handler === undefined) return null;
    const response = await handler(new Request(url, { method }));
    return {
      responseCode: response.status,
      responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
      body: Buffer.from(await response.arrayBuffer()).toString('base64'),
    };
  };
}
