using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace JuryBot.Domain.Transmissions;

/// <summary>Where the transmission of one title stands. The lists only grow.</summary>
public sealed record TitleTransmission
{
    public static readonly TitleTransmission None = new();

    public ImmutableList<TitleExport> Exports { get; init; } = [];

    public ImmutableList<TitleAnswer> Answers { get; init; } = [];

    [JsonIgnore]
    public TransmissionState State => Answers.Exists(answer => answer.Accepted) ? TransmissionState.Accepted
        : Refusal is not null ? TransmissionState.Refused
        : Exports.IsEmpty ? TransmissionState.NotExported
        : TransmissionState.Exported;

    /// <summary>The refusal of the last export; <c>null</c> when it was not refused, or not answered.</summary>
    [JsonIgnore]
    public TitleAnswer? Refusal => Answers is [.., { Accepted: false } last] && last.Exports == Exports.Count ? last : null;

    /// <summary>Whether the last export is that file, of which nothing is known yet.</summary>
    public bool IsIn(string flux) => State == TransmissionState.Exported && Exports[^1].Flux == flux;

    /// <summary>Whether the next export sends it. One that is recorded is never sent again; one that waits for its answer, or that the Caisse des
    /// Dépôts says to have already, only when that is asked for.</summary>
    public bool IsToSend(bool again) => State switch
    {
        TransmissionState.NotExported => true,
        TransmissionState.Exported => again,
        TransmissionState.Refused => again || !ReceiptHints.Of(Refusal!.Message).Contains(ReceiptHint.AlreadyRecorded),
        _ => false,
    };
}

public enum TransmissionState
{
    NotExported,

    /// <summary>In a file, and not answered.</summary>
    Exported,

    /// <summary>Recorded by the Caisse des Dépôts.</summary>
    Accepted,

    Refused,
}

/// <param name="Flux">The file's <c>idFlux</c>.</param>
public sealed record TitleExport(string Flux, DateTimeOffset At);

/// <summary>What a receipt says of a title.</summary>
/// <param name="Receipt">SHA-256 of the receipt, in lower-case hexadecimal: one that is read again says nothing new.</param>
/// <param name="Message">The Caisse des Dépôts' own words; empty when it said none.</param>
/// <param name="Exports">How many exports there were when it was read.</param>
public sealed record TitleAnswer(string Receipt, DateTimeOffset ReadAt, bool Accepted, string Message, int Exports);
