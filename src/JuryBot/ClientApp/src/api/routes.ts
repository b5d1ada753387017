/** What a path of the API takes and answers, as the service says (schema.d.ts, made by `npm run api`): `sittings/${id}/seat` is `GET /api/sittings/{id}/seat`. */
import type { paths } from "./schema";

type Method = "get" | "post" | "put" | "delete";

/** What is filled in, in a path or in a route, is `{}`: a path that fits no route is an error where it is written. */
type Shape<Path extends string> =
  Path extends `${infer Before}?${string}` ? Shape<Before>
    : Path extends `${infer Head}/${infer Rest}` ? `${Segment<Head>}/${Shape<Rest>}`
      : Segment<Path>;
type Segment<One extends string> = One extends `{${string}}` ? "{}" : {} extends Record<One, 1> ? "{}" : One;

type Routes = { [Route in keyof paths as Route extends `/api/${infer Known}` ? Shape<Known> : never]: paths[Route] };

type Operation<M extends Method, Path extends string> =
  Path extends string ? Shape<Path> extends infer Known extends keyof Routes ? Routes[Known] extends Record<M, infer Found> ? Found : never : never : never;

/** The path itself, where the service has such a route. */
export type Known<M extends Method, Path extends string> = Path extends string ? [Operation<M, Path>] extends [never] ? "no such route of the API" : Path : never;

type Json<Responses> = { [Status in keyof Responses]: Status extends 200 | 201 | 202 ? Responses[Status] extends { content: { "application/json": infer Answer } } ? Answer : never : never }[keyof Responses];
type Answered<Found> = Found extends { responses: infer Responses } ? [Json<Responses>] extends [never] ? undefined : Json<Responses> : never;

export type AnswerOf<M extends Method, Path extends string> = Answered<Operation<M, Path>>;

type Taken<Found> = Found extends { requestBody: { content: infer Content } } ? Content extends { "application/json": infer Body } ? [body: Body] : [body: FormData] : [];

/** The body as the rest of the arguments: none where the route takes none. */
export type BodyOf<M extends Method, Path extends string> = Taken<Operation<M, Path>>;
