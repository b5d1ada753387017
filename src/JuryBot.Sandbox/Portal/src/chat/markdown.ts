import DOMPurify from "dompurify";
import MarkdownIt from "markdown-it";

// What Teams understands in cards and messages: emphasis, links, lists. The rest stays as it was written.
const markdown = new MarkdownIt({ html: false, breaks: true }).disable([
  "heading", "lheading", "code", "fence", "backticks", "table", "image", "hr", "blockquote", "reference",
]);

const purifier = DOMPurify(window);
purifier.addHook("afterSanitizeAttributes", (node) => {
  if (node.tagName === "A") {
    node.setAttribute("target", "_blank");
    node.setAttribute("rel", "noopener noreferrer");
  }
});

/** Safe HTML of a markdown text. */
export const htmlOf = (text: string) => purifier.sanitize(markdown.render(text));
