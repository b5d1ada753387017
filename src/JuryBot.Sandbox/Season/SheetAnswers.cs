using JuryBot.Sandbox.Teams;

namespace JuryBot.Sandbox.Season;

/// <summary>What a juror writes on a score sheet, from the inputs the card has.</summary>
public static class SheetAnswers
{
    /// <param name="passes">Whether the candidate passes a block; a criterion's id begins with its block's, where it has one.</param>
    public static Dictionary<string, string> For(IReadOnlyList<CardInput> inputs, Func<string, bool> passes, Random random)
    {
        var values = new Dictionary<string, string>();
        foreach (var input in inputs)
        {
            switch (input.Id.Split('.', 2))
            {
                case ["j", var criterion]:
                    var judgment = passes(criterion.Split('.')[0]) ? random.Next(5) == 0 ? "partly" : "acquired" : random.Next(4) == 0 ? "partly" : "notAcquired";
                    values[input.Id] = judgment;
                    values[$"t.{criterion}"] = judgment == "acquired" ? "" : "Des points restent à consolider : méthode et argumentation.";
                    values[$"m.{criterion}"] = random.Next(2) == 0 ? "" : (judgment switch { "acquired" => random.Next(12, 20), "partly" => random.Next(8, 12), _ => random.Next(2, 9) })
                        .ToString(System.Globalization.CultureInfo.InvariantCulture);
                    break;
                case ["deliverables"]:
                    values[input.Id] = string.Join(',', input.Choices.Keys.Take(2));
                    break;
            }
        }

        return values;
    }
}
