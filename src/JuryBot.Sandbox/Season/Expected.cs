using System.Text.Json.Nodes;

namespace JuryBot.Sandbox.Season;

/// <summary>What a season's figures must agree with, counted somewhere else than they were.</summary>
/// <param name="Arrived">Requests for availability that arrived, in chats and mailboxes.</param>
/// <param name="Asked">Requests for availability that JuryBot made.</param>
/// <param name="Answered">Jurors who answered one.</param>
/// <param name="Revised">Convened plans that were revised.</param>
/// <param name="Sheets">One for each member present and each exam.</param>
/// <param name="Blocks">Decided in deliberations, whatever reached the candidates' records.</param>
/// <param name="BlocksInTeams">Outcomes of candidates who have an account.</param>
/// <param name="Parked">Deliveries JuryBot gave up.</param>
internal sealed record Expected(int Arrived, int Asked, int Answered, int Revised, int Sheets, int Blocks, int BlocksInTeams, int Parked)
{
    /// <summary>What does not hold in any season, in words.</summary>
    public IReadOnlyList<string> WhatIsUnsound(JsonObject figures) =>
    [
        .. figures["refusals"]!.GetValue<long>() > 0 ? Array.Empty<string>() : ["nothing was refused"],
        .. Parked == 0 ? Array.Empty<string>() : [$"{Parked} deliveries were given up"],
        .. figures["ledger"]!["ok"]!.GetValue<bool>() ? Array.Empty<string>() : ["a ledger is not whole"],
        .. figures["limitViolations"]!.GetValue<long>() == 0 ? Array.Empty<string>() : [$"limits were overstepped: {figures["violations"]!.ToJsonString()}"],
        .. figures["faults"]!.AsObject().Where(fired => fired.Value!.GetValue<int>() == 0).Select(fired => $"{fired.Key} never came"),
        .. figures["bareFailures"]!.GetValue<long>() == 0 ? Array.Empty<string>() : [$"{figures["bareFailures"]} failures told people nothing of what to do"],
    ];

    /// <summary>What does not hold of a plain season, in words.</summary>
    /// <param name="juries">How many intermediate ones are held.</param>
    public IReadOnlyList<string> Compare(JsonObject figures, int juries)
    {
        var candidates = Number("candidates");
        var sessions = figures["sessions"]!.AsArray();
        var intermediate = sessions.Where(s => s!["kind"]!.ToString() == "intermediate").ToList();
        var exams = intermediate.Sum(s => s!["exams"]!.GetValue<int>());
        var awards = figures["awards"]!.AsObject().Select(a => a.Value!.GetValue<int>()).ToList();
        var told = figures["notifications"]!;
        var faults = new List<string>();
        Check(intermediate.Count == juries && sessions.Count == juries + 1, $"there are not {juries} intermediate juries and a final one");
        Check(Asked > 0 && Arrived == Asked, $"not every request for availability arrived, once ({Arrived} of {Asked} did)");
        Check(Answered == Asked, "not everybody who was asked for their availability has answered");
        Check(Number("sheetsSubmitted") == Sheets, $"not every member has submitted a sheet for every exam ({Sheets} expected)");
        Check(Number("decisions") == candidates * 5, "not every candidate has five decided blocks");
        Check(Number("proposals") == exams, "not every intermediate exam has its proposal");
        Check(Number("decisions") + Number("proposals") == Blocks, $"what juries decided ({Blocks} blocks) is not what candidates' records hold");
        Check(awards.Sum() == candidates, "not every candidate has an award decision");
        Check(awards.TrueForAll(a => a > 0), "not every kind of award happened");
        Check(told["mail"]!.GetValue<int>() == Blocks, "not every outcome was told by mail, once");
        Check(told["teams"]!.GetValue<int>() == BlocksInTeams, $"not every outcome was told in Teams, once ({BlocksInTeams} expected)");
        Check(Revised == 1, "not exactly one plan was revised for who came late");
        return [.. faults, .. WhatIsUnsound(figures)];

        int Number(string name) => figures[name]!.GetValue<int>();

        void Check(bool held, string otherwise)
        {
            if (!held)
            {
                faults.Add(otherwise);
            }
        }
    }
}
