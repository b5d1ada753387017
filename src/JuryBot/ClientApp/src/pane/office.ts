/** The part of office.js that the pane uses, as Microsoft documents it (Mailbox 1.8, NestedAppAuth 1.1). */
interface AsyncResult<T> { status: "succeeded" | "failed"; value: T; error?: { message: string } }
type Callback<T> = (result: AsyncResult<T>) => void;
interface Getter<T> { getAsync: (callback: Callback<T>) => void }
interface Address { displayName: string; emailAddress: string }

interface Item {
  itemType: "appointment" | "message";
  /** The organiser composes: times are asked for. An attendee reads: they are there. */
  start?: Date | Getter<Date>;
  end?: Date | Getter<Date>;
  /** Of a message that is read. */
  from?: Address;
  addHandlerAsync?: (event: string, handler: () => void) => void;
  body: { getAsync: (coercion: "html", callback: Callback<string>) => void };
}

interface Office {
  onReady: () => Promise<{ host: string | null }>;
  context: {
    mailbox?: {
      item?: Item | null;
      addHandlerAsync: (event: string, handler: () => void, callback?: Callback<void>) => void;
    };
    requirements: { isSetSupported: (name: string, version: string) => boolean };
  };
  EventType: { ItemChanged: string; AppointmentTimeChanged: string };
}

declare global {
  interface Window { Office?: Office }
}

/** What lies open in Outlook beside the pane. `sitting` is the id in JuryBot's link in its text. */
export type Context =
  | { kind: "nothing" }
  | { kind: "organiser"; sitting: string | null; start: Date; end: Date }
  | { kind: "attendee"; sitting: string | null }
  | { kind: "message"; sitting: string | null; sender: { name: string; mail: string } | null };

const asked = <T>(ask: (callback: Callback<T>) => void) => new Promise<T>((resolve, reject) =>
  ask(result => result.status === "succeeded" ? resolve(result.value) : reject(new Error(result.error?.message ?? "office.js"))));

const valueOf = <T>(field: T | Getter<T> | undefined): Promise<T | undefined> =>
  typeof field === "object" && field !== null && "getAsync" in field ? asked(callback => field.getAsync(callback)) : Promise.resolve(field);

/** The sitting that JuryBot's link in a text leads to; also where Outlook wrapped the link into one of its own. */
export function sittingIn(html: string, host = window.location.host): string | null {
  const text = html.replace(/%3A/gi, ":").replace(/%2F/gi, "/").replace(/%23/g, "#");
  const [, after] = text.split(`//${host}/app/#/sittings/`);
  return after?.match(/^[\w-]+/)?.[0] ?? null;
}

export class Outlook {
  private constructor(private readonly office: Office, private readonly isHosted: boolean) {}

  /** Loads office.js from the configured address and waits until it is ready. */
  static async load(source: string): Promise<Outlook> {
    await new Promise<void>((resolve, reject) => {
      const script = Object.assign(document.createElement("script"), { src: source, onload: () => resolve(), onerror: () => reject(new Error("office.js")) });
      document.head.append(script);
    });
    const office = window.Office!;
    const { host } = await office.onReady();
    return new Outlook(office, host === "Outlook");
  }

  /** Whether Outlook signs the person in for the pane. */
  get signsIn() {
    return this.isHosted && this.office.context.requirements.isSetSupported("NestedAppAuth", "1.1");
  }

  /** Calls again whenever another item is chosen while the pane stays. */
  onItemChanged(handler: () => void) {
    if (this.isHosted) this.office.context.mailbox?.addHandlerAsync(this.office.EventType.ItemChanged, handler);
  }

  /** Calls whenever the time of the appointment being organised changes. */
  onTimeChanged(handler: () => void) {
    this.office.context.mailbox?.item?.addHandlerAsync?.(this.office.EventType.AppointmentTimeChanged, handler);
  }

  async read(): Promise<Context> {
    const item = this.isHosted ? this.office.context.mailbox?.item : null;
    if (!item) return { kind: "nothing" };
    const sitting = sittingIn(await asked<string>(callback => item.body.getAsync("html", callback)));
    if (item.itemType === "message")
      return { kind: "message", sitting, sender: item.from?.emailAddress ? { name: item.from.displayName, mail: item.from.emailAddress } : null };
    if (!item.start || !("getAsync" in item.start)) return { kind: "attendee", sitting };
    const [start, end] = await Promise.all([valueOf(item.start), valueOf(item.end)]);
    return { kind: "organiser", sitting, start: start!, end: end! };
  }
}
