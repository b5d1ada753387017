/** The sandbox answered with something other than success, or (status 0) not at all. */
export class PortalError extends Error {
  constructor(readonly status: number) {
    super(`portal answered ${status}`);
  }
}

async function send<T>(method: "GET" | "POST", path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const response = await fetch(`/portal${path}`, {
    method,
    signal,
    headers: body === undefined ? undefined : { "content-type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new PortalError(0);
  });
  if (!response.ok) throw new PortalError(response.status);
  const text = await response.text();
  return (text ? JSON.parse(text) : null) as T;
}

export const get = <T>(path: string, signal?: AbortSignal) => send<T>("GET", path, undefined, signal);
export const post = <T>(path: string, body?: unknown) => send<T>("POST", path, body ?? {});
