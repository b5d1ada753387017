const plain = (text: string) => text.normalize("NFD").replace(/\p{Diacritic}/gu, "").toLowerCase();

/** True when every word of the search is in one of the fields, accents and case aside. */
export function matches(search: string, ...fields: (string | null | undefined)[]): boolean {
  const text = plain(fields.filter(Boolean).join(" "));
  return plain(search).split(/\s+/).every(word => text.includes(word));
}
