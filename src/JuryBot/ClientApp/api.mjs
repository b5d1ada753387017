// `npm run api` makes src/api/schema.d.ts of src/api/openapi.json, which a test of the service keeps true; with --check, says whether it is what was made of that file.
import { execSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const [said, types] = ["src/api/openapi.json", "src/api/schema.d.ts"];
const text = file => existsSync(file) ? readFileSync(file, "utf8").replaceAll("\r\n", "\n") : "";
const marked = made => `// Of ${said}, sha256 of both ${createHash("sha256").update(text(said)).update(made).digest("hex")}\n${made}`;
if (!process.argv.includes("--check")) {
  // Not among the packages: it wants another TypeScript than the pages, and only who changes the API needs it.
  execSync(`npx --yes -p openapi-typescript@7.13.0 -p typescript@5.9.3 openapi-typescript ${said} --output ${types}`, { stdio: "inherit" });
  writeFileSync(types, marked(text(types)));
} else if (text(types) !== marked(text(types).replace(/^.*\n/, ""))) {
  console.error(`${types}: error API: it is not what is made of ${said}. Run "npm run api" in ClientApp.`);
  process.exit(1);
}
