import { createContext, useContext } from "react";
import { Problem } from "./problem";
import type { AnswerOf, BodyOf, Known } from "./routes";

/** JuryBot's HTTP API with the signed-in person's token. Every method throws a Problem. */
export class Api {
  /** The language of texts and downloads the server makes. */
  language = "fr";

  /** Hears that what was decided is saved, and goes out later. */
  onNotice: (sentence: string) => void = () => {};

  constructor(private readonly signIn: { token: () => Promise<string | null> }) {}

  get = <Path extends string>(path: Known<"get", Path>, signal?: AbortSignal) => this.#json<AnswerOf<"get", Path>>("GET", path, { signal });

  put = <Path extends string>(path: Known<"put", Path>, ...[body]: BodyOf<"put", Path>) =>
    this.#json<AnswerOf<"put", Path>>("PUT", path, { body: JSON.stringify(body) });

  /** The key makes a retry of the same act harmless: the server answers it as it did the first time. */
  post = <Path extends string>(path: Known<"post", Path>, key: string, ...[body]: BodyOf<"post", Path>) =>
    this.#json<AnswerOf<"post", Path>>("POST", path, { key, body: body instanceof FormData ? body : JSON.stringify(body ?? {}) });

  delete = <Path extends string>(path: Known<"delete", Path>) => this.#json<AnswerOf<"delete", Path>>("DELETE", path, {});

  /** With the name that the server gives the file. */
  file = async <Path extends string>(path: Known<"get", Path>): Promise<{ blob: Blob; name: string | null }> => {
    const answer = await this.#send("GET", path, {});
    return { blob: await answer.blob(), name: nameIn(answer.headers.get("Content-Disposition")) };
  };

  async #json<T>(method: string, path: string, request: Request): Promise<T> {
    const answer = await this.#send(method, path, request);
    const text = await answer.text();
    return (text ? JSON.parse(text) : undefined) as T;
  }

  async #send(method: string, path: string, { body, key, signal }: Request): Promise<Response> {
    const token = await this.signIn.token();
    if (!token) throw new Problem(401, null);
    const headers = new Headers({
      Authorization: `Bearer ${token}`,
      Accept: "application/json",
      "Accept-Language": this.language,
    });
    if (typeof body === "string") headers.set("Content-Type", "application/json");
    if (key) headers.set("Idempotency-Key", key);
    const answer = await fetch(`/api/${path}`, { method, headers, body, signal, cache: "no-store" })
      .catch((error: unknown) => { throw signal?.aborted ? error : new Problem(0, null); });
    if (!answer.ok) throw await Problem.of(answer);
    const notice = answer.headers.get("JuryBot-Notice");
    if (notice) this.onNotice(decodeURIComponent(notice));
    return answer;
  }
}

function nameIn(disposition: string | null): string | null {
  const encoded = disposition?.match(/filename\*=UTF-8''([^;]+)/i)?.[1];
  return encoded ? decodeURIComponent(encoded) : disposition?.match(/filename="?([^";]+)"?/i)?.[1] ?? null;
}

interface Request { body?: BodyInit; key?: string; signal?: AbortSignal }

export const ApiContext = createContext<Api | null>(null);

export function useApi(): Api {
  const api = useContext(ApiContext);
  if (!api) throw new Error("No Api in this tree");
  return api;
}
