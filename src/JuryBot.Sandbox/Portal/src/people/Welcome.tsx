import type { Person } from "../api/types";
import { useTexts } from "../texts/texts";
import { PeopleList } from "./PeopleList";
import styles from "./people.module.css";

const steps = ["people.step1", "people.step2", "people.step3"] as const;

/** The first page: what this place is, and who to be in it. */
export function Welcome({ people, organisation, onPick }: { people: readonly Person[]; organisation: string; onPick(person: Person): void }) {
  const { t } = useTexts();
  return (
    <div className={styles.welcome}>
      <div className={styles.inner}>
        <header className={styles.hero}>
          <p>{organisation}</p>
          <h1>{t("people.title")}</h1>
          <p>{t("people.welcome")}</p>
        </header>
        <ol className={styles.steps}>
          {steps.map((step, index) => (
            <li key={step}><b aria-hidden>{index + 1}</b>{t(step)}</li>
          ))}
        </ol>
        <PeopleList people={people} current={null} onPick={onPick} layout="columns" />
      </div>
    </div>
  );
}
