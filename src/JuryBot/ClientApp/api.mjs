// `npm run api` makes src/api/schema.d.ts of src/api/openapi.json, which a test of the service keeps true; with --check, says whether it is of that file.
import { execSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";

const [said, types] = ["src/api/openapi.json", "src/api/schema.d.ts"];
const mark = `// Of ${said}, sha256 ${createHash("sha256").update(readFileSync(said, "utf8").replaceAll("\r\n", "\n")).digest("hex")}\n`;
if (!process.argv.includes("--check")) {
  // Not among the packages: it wants another TypeScript than the pages, and only who changes the API needs it.
  execSync(`npx --yes -p openapi-typescript@7.13.0 -p typescript@5.9.3 openapi-typescript ${said} --output ${types}`, { stdio: "inherit" });
  writeFileSync(types, mark + readFileSync(types, "utf8"));
} else if (!readFileSync(types, "utf8").replaceAll("\r\n", "\n").startsWith(mark)) {
  console.error(`${types}: error API: it is not of ${said} as it is now. Run "npm run api" in ClientApp.`);
  process.exit(1);
}
