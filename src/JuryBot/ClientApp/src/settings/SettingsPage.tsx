import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import { useRead } from "../api/use";
import { isDirector, useMe } from "../app/me";
import { textOf, useTexts } from "../app/texts";
import { Loaded } from "../ui/Loaded";
import { Page } from "../ui/Page";
import { settingsTexts } from "./settingsTexts";

type Value = string | number | boolean | null;
type Name = keyof typeof settingsTexts.fr.sections;

/** How JuryBot is set, for the director to read. */
export function SettingsPage() {
  const t = useTexts(settingsTexts);
  const director = isDirector(useMe());
  const query = useRead("settings", undefined, director);
  return (
    <Page title={t.title} subtitle={t.about} fictitious={false}>
      {!director ? <MessageBar intent="warning"><MessageBarBody>{t.onlyDirector}</MessageBarBody></MessageBar> : (
        <Loaded query={query}>
          {settings => <div className="columns">{(Object.keys(t.sections) as Name[]).map(name => <Section key={name} name={name} values={settings[name]} />)}</div>}
        </Loaded>
      )}
    </Page>
  );
}

function Section({ name, values }: { name: Name; values: Record<string, Value> }) {
  const t = useTexts(settingsTexts);
  const labels: Record<string, string> = t[name];
  return (
    <section className="card stack" aria-labelledby={`settings-${name}`}>
      <h2 id={`settings-${name}`}>{t.sections[name]}</h2>
      {name === "quiet" && <p className="quiet">{t.quietAbout}</p>}
      <dl className="settings">
        {Object.entries(values).filter(([key]) => key in labels).map(([key, value]) => (
          <div key={key}><dt>{labels[key]}</dt><dd>{inWords(t, key, value)}</dd></div>
        ))}
      </dl>
    </section>
  );
}

function inWords(t: typeof settingsTexts.fr, key: string, value: Value): string {
  if (value === null || value === "") return t.none;
  if (typeof value === "boolean") return value ? t.yes : t.no;
  if (typeof value === "string") return key === "language" ? textOf(t.languages, value) : /^\d\d:\d\d:/.test(value) ? value.slice(0, 5) : value;
  const unit = (["days", "hours", "years", "months", "megabytes"] as const).find(one => key.toLowerCase().endsWith(one));
  return unit ? t.units[unit](value) : `${value}`;
}
