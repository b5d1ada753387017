/** An issued document; its bytes never change. */
export interface Issued {
  kind: string;
  subject: string;
  language: string;
  number: string | null;
  duplicate: number;
  at: string;
  sha256: string;
  annulled: boolean;
}

export interface Fault { control: string | null; rule: string; text: string }
export interface WordTemplate { file: string; kind: string; language: string; own: boolean; faults: Fault[] }

/** A document that can be asked for. */
export interface Choice { kind: string; subject: string; name: string }
