namespace JuryBot.Teams.Cards;

public enum Spacing { None, Small, Default, Medium, Large, ExtraLarge, Padding }

public enum BlockHeight { Auto, Stretch }

public enum HorizontalAlignment { Left, Center, Right }

public enum VerticalAlignment { Top, Center, Bottom }

public enum ContainerStyle { Default, Emphasis, Good, Attention, Warning, Accent }

public enum TextSize { Default, Small, Medium, Large, ExtraLarge }

public enum TextWeight { Default, Lighter, Bolder }

public enum TextColor { Default, Dark, Light, Accent, Good, Warning, Attention }

public enum FontType { Default, Monospace }

public enum TextBlockStyle { Default, Heading, ColumnHeader }

public enum ImageSize { Auto, Stretch, Small, Medium, Large }

public enum ImageStyle { Default, Person }

public enum TextInputStyle { Text, Tel, Url, Email, Password }

public enum ChoiceInputStyle { Compact, Expanded, Filtered }

public enum ActionStyle { Default, Positive, Destructive }

public enum ActionMode { Primary, Secondary }

public enum AssociatedInputs { Auto, None }
