import {
  Button, FluentProvider, Menu, MenuGroup, MenuGroupHeader, MenuItemRadio, MenuList, MenuPopover, MenuTrigger,
} from "@fluentui/react-components";
import { DarkThemeRegular } from "@fluentui/react-icons";
import type { Person } from "../api/types";
import type { ThemeChoice, useTheme } from "../settings/theme";
import { type Language, useTexts } from "../texts/texts";
import { Clock } from "./Clock";
import styles from "./shell.module.css";

interface Props {
  person: Person | null;
  theme: ReturnType<typeof useTheme>;
  chooseLanguage(language: Language): void;
}

const languages: readonly [Language, string][] = [["fr", "Français"], ["en", "English"]];
const themes: readonly ThemeChoice[] = ["system", "light", "dark"];

export function Header({ person, theme, chooseLanguage }: Props) {
  const { t, language } = useTexts();
  return (
    <FluentProvider theme={theme.dark} className={styles.headerTheme}>
      <header className={styles.header}>
        <div className={styles.brand}>
          <img src="/icon.svg" alt="" width={28} height={28} />
          <strong>JuryBot</strong>
          <span>{t("header.sandbox")}</span>
        </div>
        <Clock person={person} />
        <div className={styles.controls}>
          <div role="group" aria-label={t("header.language")} className={styles.languages}>
            {languages.map(([code, name]) => (
              <button key={code} type="button" lang={code} title={name} aria-label={`${code.toUpperCase()}, ${name}`} aria-pressed={code === language} onClick={() => chooseLanguage(code)}>
                {code.toUpperCase()}
              </button>
            ))}
          </div>
          <Menu
            checkedValues={{ theme: [theme.choice] }}
            onCheckedValueChange={(_, { checkedItems }) => theme.choose(checkedItems[0] as ThemeChoice)}
          >
            <MenuTrigger disableButtonEnhancement>
              <Button appearance="transparent" icon={<DarkThemeRegular />} aria-label={t("header.theme")} title={t("header.theme")} />
            </MenuTrigger>
            <MenuPopover>
              <MenuList>
                <MenuGroup>
                  <MenuGroupHeader>{t("header.theme")}</MenuGroupHeader>
                  {themes.map((choice) => (
                    <MenuItemRadio key={choice} name="theme" value={choice}>{t(`theme.${choice}`)}</MenuItemRadio>
                  ))}
                </MenuGroup>
              </MenuList>
            </MenuPopover>
          </Menu>
        </div>
      </header>
    </FluentProvider>
  );
}
