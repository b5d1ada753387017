import { MessageBar, MessageBarBody, ToggleButton } from "@fluentui/react-components";
import { CheckmarkRegular, DismissRegular, QuestionRegular } from "@fluentui/react-icons";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { post } from "../api/http";
import { paths } from "../api/queries";
import type { Answer, CalendarEvent, Person } from "../api/types";
import { useTexts } from "../texts/texts";
import styles from "./calendar.module.css";

const answers = [
  ["accepted", "calendar.accept", <CheckmarkRegular />],
  ["tentativelyAccepted", "calendar.tentative", <QuestionRegular />],
  ["declined", "calendar.decline", <DismissRegular />],
] as const;

/** Whether an event asks its owner for an answer. */
export const mayAnswer = (event: CalendarEvent) => event.myResponse !== "organizer" && !event.isCancelled && event.attendees.length > 0;

export function AnswerButtons({ person, event }: { person: Person; event: CalendarEvent }) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const answer = useMutation({
    mutationFn: (response: Answer) => post(paths.response(person.id, event.id), { response }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["calendar", person.id] }),
  });
  const current = answer.isPending ? answer.variables : event.myResponse;
  return (
    <div className={styles.answers}>
      <div role="group" aria-label={t("calendar.yourAnswer")}>
        {answers.map(([response, key, icon]) => (
          <ToggleButton
            key={response}
            icon={icon}
            checked={current === response}
            appearance={current === response ? "primary" : undefined}
            disabledFocusable={answer.isPending}
            onClick={() => answer.mutate(response)}
          >
            {t(key)}
          </ToggleButton>
        ))}
      </div>
      {answer.isError && <MessageBar intent="error"><MessageBarBody>{t("calendar.answerFailed")}</MessageBarBody></MessageBar>}
    </div>
  );
}
