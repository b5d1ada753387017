import { HostConfig } from "adaptivecards";

const colours = (subtle: string) => ({
  default: { default: "var(--colorNeutralForeground1)", subtle },
  dark: { default: "var(--colorNeutralForeground1)", subtle },
  light: { default: "var(--colorNeutralForegroundInverted)", subtle: "var(--colorNeutralForegroundInverted)" },
  accent: { default: "var(--colorBrandForeground1)", subtle: "var(--colorBrandForeground1)" },
  good: { default: "var(--colorStatusSuccessForeground1)", subtle: "var(--colorStatusSuccessForeground1)" },
  warning: { default: "var(--colorStatusWarningForeground3)", subtle: "var(--colorStatusWarningForeground3)" },
  attention: { default: "var(--colorStatusDangerForeground1)", subtle: "var(--colorStatusDangerForeground1)" },
});

const container = (background: string, border: string, subtle = "var(--colorNeutralForeground2)") => ({
  backgroundColor: background,
  borderColor: border,
  foregroundColors: colours(subtle),
});

/** How cards look here: Teams' measures, and the page's colours by name, so that a card follows the theme as it stands. */
export const hostConfig = new HostConfig({
  supportsInteractivity: true,
  fontTypes: {
    default: {
      fontFamily: "var(--fontFamilyBase)",
      fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
      fontWeights: { lighter: 400, default: 400, bolder: 600 },
    },
    monospace: {
      fontFamily: "var(--fontFamilyMonospace)",
      fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
      fontWeights: { lighter: 400, default: 400, bolder: 600 },
    },
  },
  spacing: { small: 4, default: 8, medium: 16, large: 24, extraLarge: 32, padding: 16 },
  separator: { lineThickness: 1, lineColor: "var(--colorNeutralStroke2)" },
  imageSizes: { small: 32, medium: 52, large: 100 },
  containerStyles: {
    default: container("transparent", "var(--colorNeutralStroke2)", "var(--colorNeutralForeground3)"),
    emphasis: container("var(--colorNeutralBackground3)", "var(--colorNeutralStroke2)"),
    accent: container("var(--colorBrandBackground2)", "var(--colorBrandStroke2)"),
    good: container("var(--colorStatusSuccessBackground1)", "var(--colorStatusSuccessBorder1)"),
    warning: container("var(--colorStatusWarningBackground1)", "var(--colorStatusWarningBorder1)"),
    attention: container("var(--colorStatusDangerBackground1)", "var(--colorStatusDangerBorder1)"),
  },
  textBlock: { headingLevel: 3 },
  textStyles: { heading: { size: "large", weight: "bolder" }, columnHeader: { weight: "bolder" } },
  actions: {
    maxActions: 6,
    spacing: "medium",
    buttonSpacing: 8,
    actionsOrientation: "horizontal",
    actionAlignment: "left",
    allowTitleToWrap: true,
    showCard: { actionMode: "inline", inlineTopMargin: 12, style: "emphasis" },
  },
  inputs: {
    label: {
      inputSpacing: "small",
      requiredInputs: { weight: "bolder", suffix: " *", suffixColor: "attention" },
      optionalInputs: { weight: "bolder" },
    },
    errorMessage: { color: "attention", size: "small", weight: "bolder" },
  },
  factSet: {
    title: { weight: "bolder", wrap: true, maxWidth: 160 },
    value: { wrap: true },
    spacing: 16,
  },
});
