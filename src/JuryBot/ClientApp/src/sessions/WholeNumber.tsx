import { SpinButton } from "@fluentui/react-components";
import { useState } from "react";

interface Props {
  /** Not a number while what is typed is none. */
  value: number;
  set: (value: number) => void;
  min: number;
  max: number;
  step?: number;
  disabled?: boolean;
}

/** A number without a fraction. What is typed that is none stays to be read and mended. */
export function WholeNumber({ value, set, ...limits }: Props) {
  const [typed, setTyped] = useState("");
  const none = Number.isNaN(value);
  return (
    <SpinButton {...limits} value={none ? null : value} displayValue={none ? typed : undefined}
      onChange={(_, { value: stepped, displayValue = "" }) => {
        setTyped(displayValue);
        set(stepped ?? (/^\d+$/.test(displayValue.trim()) ? Number(displayValue) : NaN));
      }} />
  );
}
