/**
 * A stand-in for office.js, as far as an Outlook pane without its own commands needs it. It behaves as Microsoft documents the library: onReady, items
 * that are composed (asynchronous getters) or read (plain fields), AsyncResult, ItemChanged, requirement sets, and the bridge for nested app
 * authentication. The portal, which shows the pane in a frame, is its Outlook.
 */
(() => {
  "use strict";
  const portal = new URL(document.currentScript.src).origin;
  const isHosted = window.parent !== window;
  const handlers = { olkItemSelectedChanged: [], olkAppointmentTimeChanged: [] };
  const listeners = [];
  let item = null;
  let profile = null;
  let shownId;
  let ready;
  const whenReady = new Promise((resolve) => { ready = resolve; });

  /** Answers a callback later, never at once. */
  const answer = (args, result) => {
    const callback = args.findLast((one) => typeof one === "function");
    const { asyncContext } = args.find((one) => typeof one === "object" && one !== null) ?? {};
    if (callback) setTimeout(() => callback({ status: "succeeded", value: undefined, error: undefined, ...result, asyncContext }), 0);
  };
  const failure = (code, name, message) => ({ status: "failed", error: { code, name, message } });
  const add = (event) => (asked, handler, ...args) => {
    const known = asked === event ? handlers[event] : undefined;
    known?.push(handler);
    answer(args, known ? {} : failure(5010, "EventNotSupported", "The event is not supported."));
  };
  const fire = (type, more) => handlers[type].forEach((handler) => handler({ type, ...more }));
  const getter = (value) => ({ getAsync: (...args) => answer(args, { value }) });
  const address = ({ name, mail }) => ({ displayName: name, emailAddress: mail });

  /** The fields of an item, plain for a reader and asynchronous for its author. */
  function itemOf(given) {
    const fields = {
      subject: given.subject,
      ...(given.itemType === "appointment" && {
        start: new Date(given.start), end: new Date(given.end), location: given.location ?? "", requiredAttendees: given.attendees.map(address), organizer: address(given.from),
      }),
      ...(given.itemType === "message" && { from: address(given.from), sender: address(given.from), to: given.attendees.map(address) }),
    };
    const shown = given.compose ? Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, getter(value)])) : fields;
    const text = () => new DOMParser().parseFromString(given.html, "text/html").body.textContent ?? "";
    return {
      itemType: given.itemType,
      ...(!given.compose && { itemId: given.id }),
      ...shown,
      ...(given.compose && { addHandlerAsync: add("olkAppointmentTimeChanged") }),
      body: {
        getAsync: (type, ...args) => answer(args, type === "html" ? { value: given.html } : type === "text" ? { value: text() }
          : failure(5001, "InternalFormatError", "The coercion type is not supported.")),
      },
    };
  }

  const mailbox = {
    get item() { return item; },
    get userProfile() { return profile; },
    addHandlerAsync: add("olkItemSelectedChanged"),
    removeHandlerAsync: (event, ...args) => {
      if (handlers[event]) handlers[event].length = 0;
      answer(args, {});
    },
  };

  addEventListener("message", ({ source, origin, data }) => {
    if (source !== window.parent || origin !== portal) return;
    if (data?.office === "item") {
      const isFirst = profile === null;
      profile = { displayName: data.person.name, emailAddress: data.person.mail, timeZone: data.timeZone };
      Office.context.displayLanguage = data.language;
      const isSame = shownId === data.item.id;
      shownId = data.item.id;
      item = itemOf(data.item);
      if (isFirst) ready({ host: "Outlook", platform: "OfficeOnline" });
      else if (isSame) fire("olkAppointmentTimeChanged", { start: new Date(data.item.start), end: new Date(data.item.end) });
      else fire("olkItemSelectedChanged");
    } else if (data?.office === "signIn") {
      listeners.forEach((listener) => listener(data.answer));
    }
  });

  window.Office = {
    onReady: (callback) => {
      if (callback) whenReady.then(callback);
      return whenReady;
    },
    context: {
      displayLanguage: "fr-FR",
      mailbox: isHosted ? mailbox : undefined,
      requirements: { isSetSupported: (name, version = "1.1") => isHosted && ((name === "Mailbox" && Number(version) <= 1.13) || (name === "NestedAppAuth" && Number(version) <= 1.1)) },
    },
    AsyncResultStatus: { Succeeded: "succeeded", Failed: "failed" },
    CoercionType: { Html: "html", Text: "text" },
    EventType: { ItemChanged: "olkItemSelectedChanged", AppointmentTimeChanged: "olkAppointmentTimeChanged" },
    MailboxEnums: { ItemType: { Message: "message", Appointment: "appointment" } },
  };

  // As the library does, for add-ins that Outlook on Windows shows.
  window.history.pushState = null;
  window.history.replaceState = null;

  if (!isHosted) {
    ready({ host: null, platform: null });
    return;
  }

  window.nestedAppAuthBridge = {
    addEventListener: (_event, listener) => { listeners.push(listener); },
    removeEventListener: (_event, listener) => { listeners.splice(listeners.indexOf(listener) >>> 0, 1); },
    postMessage: (request) => window.parent.postMessage({ office: "signIn", request }, portal),
  };
  window.parent.postMessage({ office: "hello" }, portal);
})();
