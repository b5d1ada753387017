// Reads {manifest, localization} on its input and prints every complaint of the schemas that Microsoft bundles with its own tools, a line each.
const fs = require("node:fs");
const path = require("node:path");
const { AppManifestUtils } = require("@microsoft/app-manifest");
const Ajv = require("ajv-draft-04").default;
const formats = require("ajv-formats").default;

(async () => {
  const { manifest, localization } = JSON.parse(fs.readFileSync(0, "utf8"));
  const schemas = path.join(path.dirname(require.resolve("@microsoft/app-manifest")), "json-schemas", "teams", `v${manifest.manifestVersion}`);
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  formats(ajv);
  const localized = ajv.compile(JSON.parse(fs.readFileSync(path.join(schemas, "MicrosoftTeams.Localization.schema.json"), "utf8")));
  localized(localization);
  const complaints = [...await AppManifestUtils.validateAgainstSchema(manifest), ...(localized.errors ?? [])];
  for (const complaint of complaints) console.log(JSON.stringify(complaint));
})();
