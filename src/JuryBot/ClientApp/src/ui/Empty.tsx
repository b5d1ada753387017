import type { ReactNode } from "react";

/** An empty list says why it is empty and what to do first. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return <div className="empty"><p className="empty-title">{title}</p>{children}</div>;
}
