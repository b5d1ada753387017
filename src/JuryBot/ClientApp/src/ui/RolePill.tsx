const known = ["president", "chair", "employeeRepresentative", "employerRepresentative", "professional", "directorRepresentative", "trainer", "pedagogicManager"];

/** A role on a panel, always in the same colour. */
export function RolePill({ role, name }: { role: string; name: string }) {
  return <span className={`pill role-${known.includes(role) ? role : "other"}`}>{name}</span>;
}
