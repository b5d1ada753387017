import { Button } from "@fluentui/react-components";
import { ArrowUploadRegular } from "@fluentui/react-icons";
import { useRef, useState, type DragEvent } from "react";
import { useTexts } from "../app/texts";
import { uiTexts } from "../ui/uiTexts";
import { rosterTexts } from "./rosterTexts";

interface Props {
  label: string;
  disabled: boolean;
  onFile: (file: File) => void;
  /** What may be chosen, for the browser and in words; a list's unless said. */
  accept?: string;
  formats?: string;
}

export function FileDrop({ label, disabled, onFile, accept = ".xlsx,.csv,text/csv", formats }: Props) {
  const t = useTexts(rosterTexts);
  const ui = useTexts(uiTexts);
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file && !disabled) onFile(file);
    if (input.current) input.current.value = "";
  };
  const drag = (inside: boolean) => (event: DragEvent) => { event.preventDefault(); setOver(inside); };
  return (
    <div className={`drop${over ? " over" : ""}`} onDragOver={drag(true)} onDragLeave={drag(false)}
      onDrop={event => { drag(false)(event); take(event.dataTransfer.files); }}>
      <ArrowUploadRegular fontSize={28} aria-hidden />
      <span>{t.drop}</span>
      <Button disabled={disabled} onClick={() => input.current?.click()} aria-label={ui.of(t.choose, label)}>{t.choose}</Button>
      <small className="quiet">{formats ?? t.formats}</small>
      <input ref={input} type="file" hidden aria-label={label} accept={accept} onChange={event => take(event.target.files)} />
    </div>
  );
}
