import {
  type Action, AdaptiveCard, ExecuteAction, GlobalRegistry, GlobalSettings, OpenUrlAction, SerializationContext, Strings, SubmitAction, Table, Versions,
} from "adaptivecards";
import type { CardAction } from "../api/types";
import { hostConfig } from "./hostConfig";
import { htmlOf } from "./markdown";

// The package declares itself free of side effects, so a bundler drops the module in which Table registers itself.
GlobalRegistry.defaultElements.register("Table", Table, Versions.v1_5);
GlobalSettings.setTabIndexAtCardRoot = false;
AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = htmlOf(text);
  result.didProcess = true;
};

export interface Hearer {
  onAction(action: CardAction): void;
  onLink(address: string): void;
  /** What the button is called that shows the actions there is no room for. */
  moreActions: string;
}

function tell(action: Action, hearer: Hearer) {
  if (action instanceof OpenUrlAction) return hearer.onLink(action.url ?? "");
  if (action instanceof ExecuteAction) {
    return hearer.onAction({ type: "Action.Execute", verb: action.verb ?? null, id: action.id ?? null, data: action.data ?? {} });
  }
  if (action instanceof SubmitAction) {
    hearer.onAction({ type: "Action.Submit", verb: null, id: action.id ?? null, data: action.data ?? {} });
  }
}

/** A card as Microsoft's renderer draws it, at the version bots may use (1.5); undefined when it cannot. The console is told what it complains about. */
export function draw(card: unknown, hearer: Hearer): HTMLElement | undefined {
  if ((card as { type?: unknown } | null)?.type !== "AdaptiveCard") return undefined;
  Strings.defaults.overflowButtonTooltip = () => hearer.moreActions;
  const adaptive = new AdaptiveCard();
  adaptive.hostConfig = hostConfig;
  adaptive.onExecuteAction = (action) => tell(action, hearer);
  const context = new SerializationContext(Versions.v1_5);
  adaptive.parse(card, context);
  for (let i = 0; i < context.eventCount; i++) console.warn("Adaptive Card:", context.getEventAt(i).message);
  for (const { message } of adaptive.validateProperties().validationEvents) console.warn("Adaptive Card:", message);
  const element = adaptive.render();
  element?.querySelectorAll(".ac-choiceSetInput-expanded").forEach((group) => group.setAttribute("role", "radiogroup"));
  element?.querySelectorAll(".ac-choiceSetInput-multiSelect").forEach((group) => group.setAttribute("role", "group"));
  return element;
}
