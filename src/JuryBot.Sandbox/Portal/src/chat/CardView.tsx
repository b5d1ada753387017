import { useEffectEvent, useLayoutEffect, useRef, useState } from "react";
import type { CardAction } from "../api/types";
import { useTexts } from "../texts/texts";
import "./card.css";
import { draw } from "./draw";

interface Props {
  card: unknown;
  busy: boolean;
  onAction(action: CardAction): void;
  onLink(address: string): void;
}

/** Draws a card again only when its content changes, so that what a person typed stays through everything else. */
export function CardView({ card, busy, onAction, onLink }: Props) {
  const { t } = useTexts();
  const host = useRef<HTMLFormElement>(null);
  const [broken, setBroken] = useState(false);
  const act = useEffectEvent((action: CardAction) => {
    if (!busy) onAction(action);
  });
  const open = useEffectEvent(onLink);
  const more = useEffectEvent(() => t("chat.moreActions"));
  const content = JSON.stringify(card ?? null);

  useLayoutEffect(() => {
    let element: HTMLElement | undefined;
    try {
      element = draw(JSON.parse(content), { onAction: (action) => act(action), onLink: (address) => open(address), moreActions: more() });
    } catch {
      element = undefined;
    }
    const focused = host.current?.contains(document.activeElement);
    host.current?.replaceChildren(...(element ? [element] : []));
    if (focused) host.current?.focus({ preventScroll: true });
    setBroken(!element);
  }, [content]);

  // A form of its own, so that two cards with the same input names do not share their radio buttons.
  return (
    <>
      <form ref={host} className="card" tabIndex={-1} aria-busy={busy} onSubmit={(event) => event.preventDefault()} autoComplete="off" />
      {broken && <p className="card-broken">{t("card.broken")}</p>}
    </>
  );
}
