const known = new Map<string, Intl.DateTimeFormat>();

/** A date formatter of these options: making one takes a browser longer than anything it then formats. */
export function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const made = known.get(key) ?? new Intl.DateTimeFormat(locale, options);
  known.set(key, made);
  return made;
}
