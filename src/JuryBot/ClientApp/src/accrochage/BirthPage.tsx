import { Button, Checkbox, Field, Input, Select } from "@fluentui/react-components";
import { useLocation } from "wouter";
import { useApi } from "../api/api";
import { problemOf } from "../api/problem";
import { useAct, useRead } from "../api/use";
import { isCoordinator, useMe } from "../app/me";
import { useTexts } from "../app/texts";
import { Confirm } from "../ui/Confirm";
import { Loaded } from "../ui/Loaded";
import { useKept } from "../ui/kept";
import { Page } from "../ui/Page";
import { ProblemBar } from "../ui/ProblemBar";
import { Resumed } from "../ui/Resumed";
import { uiTexts } from "../ui/uiTexts";
import type { Birth, BirthForm } from "./accrochage";
import { accrochageTexts } from "./accrochageTexts";

const nothing: Birth = {
  birthName: null, usageName: null, firstName: null, secondName: null, thirdName: null, year: null, month: null, day: null, sex: null,
  commune: null, postalCode: null, communeUnknown: false, communeLabel: null, country: null, countryLabel: null,
};

/** What the Caisse des Dépôts finds a holder by, entered or corrected by the coordination. */
export function BirthPage({ id }: { id: string }) {
  const t = useTexts(accrochageTexts);
  const coordinator = isCoordinator(useMe());
  const titles = useRead("accrochage");
  const query = useRead(`accrochage/${encodeURIComponent(id)}/birth`, undefined, coordinator);
  const title = titles.data?.find(one => one.candidate === id);
  const none = problemOf(query.error).status === 404;
  return (
    <Page title={t.birthTitle(title?.name ?? "…")} subtitle={t.birthAbout} up={{ href: "/accrochage", text: t.back }} fictitious={title?.fictitious}>
      {!coordinator ? <p>{t.onlyCoordination}</p>
        : none || query.data ? <Form id={id} known={none ? null : query.data ?? null} />
        : <Loaded query={query}>{() => null}</Loaded>}
    </Page>
  );
}

function Form({ id, known }: { id: string; known: BirthForm | null }) {
  const t = useTexts(accrochageTexts);
  const ui = useTexts(uiTexts);
  const api = useApi();
  const [, go] = useLocation();
  const form = useKept<Required<BirthForm>>(`birth ${id}`, () => ({ data: known?.data ?? nothing, seen: known?.seen ?? null }));
  const birth = form.value.data;
  const path = `accrochage/${encodeURIComponent(id)}/birth` as const;
  const leave = () => { form.drop(); go("/accrochage"); };
  const put = useAct((body: BirthForm) => api.put(path, body), leave);
  const erase = useAct((_: void) => api.delete(path), leave);
  // Who was told that another window has saved, and reads what it says, may write over it.
  const elsewhere = problemOf(put.error).status === 409 && (known?.seen ?? null) !== form.value.seen;
  const save = () => put.mutate(elsewhere ? { data: birth, seen: known?.seen ?? null } : form.value);
  const others = elsewhere && known ? (Object.keys(t.fields) as (keyof typeof t.fields)[]).filter(key => (known.data[key] ?? null) !== (birth[key] ?? null)) : [];
  const set = (part: Partial<Birth>) => form.set(now => ({ ...now, data: { ...now.data, ...part } }));
  const text = (key: "birthName" | "usageName" | "firstName" | "secondName" | "thirdName" | "commune" | "postalCode" | "communeLabel" | "country" | "countryLabel", required = false, hint?: string) => (
    <Field label={t.fields[key]} required={required} hint={hint}>
      <Input value={birth[key] ?? ""} maxLength={60} autoComplete="off" onChange={(_, data) => set({ [key]: data.value || null })} />
    </Field>
  );
  const number = (key: "year" | "month" | "day", required = false) => (
    <Field label={t.fields[key]} required={required}>
      <Input value={birth[key] == null ? "" : `${birth[key]}`} inputMode="numeric" maxLength={4} autoComplete="off"
        onChange={(_, data) => set({ [key]: /\d/.test(data.value) ? Number(data.value.replace(/\D/g, "")) : null })} />
    </Field>
  );
  return (
    <form className="card stack" onSubmit={event => { event.preventDefault(); save(); }}>
      <Resumed form={form} />
      <h2>{t.who}</h2>
      <div className="fields">
        {text("birthName", true)}{text("firstName", true)}{text("usageName")}{text("secondName")}{text("thirdName")}
        <Field label={t.fields.sex} required>
          <Select value={birth.sex ?? ""} onChange={(_, data) => set({ sex: data.value || null })}>
            <option value="">{t.choose}</option><option value="F">{t.woman}</option><option value="M">{t.man}</option>
          </Select>
        </Field>
      </div>
      <h2>{t.when}</h2>
      <div className="fields">{number("day")}{number("month")}{number("year", true)}</div>
      <h2>{t.place}</h2>
      <div className="fields">{text("commune", false, t.communeHint)}{text("postalCode")}{text("communeLabel")}{text("country")}{text("countryLabel")}</div>
      <Checkbox checked={birth.communeUnknown} label={t.communeUnknown} onChange={(_, data) => set({ communeUnknown: data.checked === true })} />
      {put.error && <ProblemBar error={put.error} retry={save} />}
      {others.length > 0 && (
        <div className="notice warn">{t.elsewhere}<ul>{others.map(key => <li key={key}>{ui.of(t.fields[key], `${known?.data[key] ?? "–"}`)}</li>)}</ul></div>
      )}
      <div className="actions">
        <Button type="submit" appearance="primary" disabled={put.isPending}>{t.save}</Button>
        {known && <Confirm act={erase} title={t.eraseAsk} verb={t.erase} trigger={<Button>{t.erase}…</Button>}><p>{t.eraseSays}</p></Confirm>}
      </div>
    </form>
  );
}
