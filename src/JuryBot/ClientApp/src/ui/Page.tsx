import { useEffect, useRef, type ReactNode } from "react";
import { Link } from "wouter";
import { Fictitious, type Rests } from "./Fictitious";

let firstPage = true;

interface Props {
  title: string;
  subtitle?: ReactNode;
  /** The page above this one. */
  up?: { href: string; text: string };
  actions?: ReactNode;
  fictitious: Rests;
  children: ReactNode;
}

/** A page: its title is announced and focused when one arrives by a link inside the app. */
export function Page({ title, subtitle, up, actions, fictitious, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!firstPage) heading.current?.focus();
    firstPage = false;
  }, []);
  useEffect(() => { document.title = `${title} · JuryBot`; }, [title]);
  return (
    <div className="page">
      {up && <nav className="up"><Link href={up.href}>← {up.text}</Link></nav>}
      <div className="page-head">
        <div>
          <h1 ref={heading} tabIndex={-1}>{title}</h1>
          {subtitle && <p className="subtitle">{subtitle}</p>}
        </div>
        {actions && <div className="actions">{actions}</div>}
      </div>
      {fictitious && <Fictitious of={fictitious === "some" ? "some" : "page"} />}
      {children}
    </div>
  );
}
