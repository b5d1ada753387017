const shown = 140;

/** The first words of a mail, as plain text; the parsed document is inert. */
export function previewOf(html: string): string {
  const page = new DOMParser().parseFromString(html.replace(/<(br|\/p|\/td|\/h\d|\/li|\/div)\b/gi, " <$1"), "text/html");
  page.querySelectorAll("style, script, title").forEach((element) => element.remove());
  return (page.body.textContent ?? "").replace(/\s+/g, " ").trim().slice(0, shown);
}
