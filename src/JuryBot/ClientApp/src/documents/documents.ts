import type { components } from "../api/schema";

type Schemas = components["schemas"];

/** An issued document; its bytes never change. */
export type Issued = Schemas["ShownDocument"];

export type Fault = Schemas["ShownTemplateFault"];

/** What documents are made of. */
export type Of = "sessions" | "sittings" | "candidates";

/** Where a sitting's or a candidate's are issued; a session's are of another kind, made part by part. */
export type OwnDocuments = `${"sittings" | "candidates"}/${string}/documents`;

/** A document that can be asked for. */
export interface Choice { kind: Issued["kind"]; subject: string; name: string }
