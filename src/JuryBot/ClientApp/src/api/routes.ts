/** What a path of the API takes and answers, as the service says (schema.d.ts, made by `npm run api`): `sittings/${id}/seat` is `GET /api/sittings/{id}/seat`. */
import type { paths } from "./schema";

export type Method = "get" | "post" | "put" | "delete";

type Segments<Path extends string> = Path extends `${infer Head}/${infer Rest}` ? [Head, ...Segments<Rest>] : [Path];
type WithoutQuery<Path extends string> = Path extends `${infer Before}?${string}` ? Before : Path;

type Fits<Asked extends string[], Route extends string[]> =
  Asked extends [infer A extends string, ...infer As extends string[]]
    ? Route extends [infer R extends string, ...infer Rs extends string[]]
      ? R extends `{${string}}` ? Fits<As, Rs> : R extends A ? Fits<As, Rs> : false
      : false
    : Route extends [] ? true : false;

/** The routes that a path may be of; `unknown` for a path that is any string. */
type Operation<M extends Method, Path extends string> = string extends Path ? unknown : {
  [Route in keyof paths]: Route extends `/api/${infer Known}`
    ? Fits<Segments<WithoutQuery<Path>>, Segments<Known>> extends true ? paths[Route] extends Record<M, infer Found> ? Found : never : never
    : never
}[keyof paths];

export type AnswerOf<M extends Method, Path extends string> = Operation<M, Path> extends infer Known
  ? Known extends { responses: { 200: { content: { "application/json": infer Answer } } } } ? Answer : unknown extends Known ? unknown : undefined
  : never;

export type BodyOf<M extends Method, Path extends string> = Operation<M, Path> extends infer Known
  ? Known extends { requestBody: { content: infer Content } }
    ? Content extends { "application/json": infer Body } ? Body : FormData
    : unknown extends Known ? unknown : undefined
  : never;
