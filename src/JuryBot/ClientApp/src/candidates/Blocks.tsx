import { textOf, useTexts } from "../app/texts";
import { Pill } from "../ui/Pill";
import { blockTones, candidateTexts } from "./candidateTexts";

/** The five blocks at a glance: number, colour, and the state in words for whoever points or listens. */
export function Blocks({ blocks }: { blocks: readonly { block: string; state: string }[] }) {
  const t = useTexts(candidateTexts);
  return (
    <span className="blocks">
      {blocks.map(({ block, state }) => (
        <Pill key={block} tone={blockTones[state] ?? "neutral"} title={t.blockState(block, textOf(t.states, state))}>
          {block}<span className="unseen"> {textOf(t.states, state)}</span>
        </Pill>
      ))}
    </span>
  );
}

const shown = ["none", "proposedFavourable", "proposedUnfavourable", "acquired", "notAcquired", "certified"];

export function BlocksLegend() {
  const t = useTexts(candidateTexts);
  return (
    <p className="legend" aria-label={t.legend}>
      {shown.map(state => <Pill key={state} tone={blockTones[state]!}>{textOf(t.states, state)}</Pill>)}
    </p>
  );
}
