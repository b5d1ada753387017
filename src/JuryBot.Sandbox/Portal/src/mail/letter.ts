import DOMPurify from "dompurify";

const purifier = DOMPurify(window);
purifier.addHook("afterSanitizeAttributes", (node) => {
  if (node.tagName === "A") {
    node.setAttribute("target", "_blank");
    node.setAttribute("rel", "noopener noreferrer");
  }
});

const policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";
const style = `
  html { color-scheme: light; background: #fff; }
  body { margin: 0; padding: 20px; font: 15px/1.5 'Segoe UI', system-ui, sans-serif; color: #242424; overflow-wrap: anywhere; }
  body > :first-child { margin-top: 0; }
  img { max-width: 100%; height: auto; }
  a { color: #4f52b2; }`;

/** A whole page for a sandboxed frame out of hostile HTML: no script, no form, nothing fetched. */
export function letterOf(html: string): string {
  const body = purifier.sanitize(html, { FORBID_TAGS: ["form", "input", "button", "textarea", "select", "meta", "link", "base", "iframe"] });
  return `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><style>${style}</style><body>${body}`;
}

/** What a frame showing a letter may do: open a link elsewhere, nothing more. */
export const letterSandbox = "allow-popups allow-popups-to-escape-sandbox";
