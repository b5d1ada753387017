namespace JuryBot.Features.Rosters;

/// <summary>One thing wrong in a roster: where, by which rule, in the reader's words.</summary>
/// <param name="Row">Number of the row as the spreadsheet shows it, from 1; 0 for the file as a whole.</param>
/// <param name="Column">Letter and heading, such as <c>D · Voie d'accès</c>; empty for the row as a whole.</param>
public sealed record RosterFault(string Sheet, int Row, string Column, string Rule, string Text);

/// <summary>What an import did.</summary>
public sealed record RosterResult(int Added, int Changed, int Unchanged);
