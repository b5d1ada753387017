using System.Collections.Immutable;

namespace JuryBot.Domain.Sessions;

public enum RevisionState
{
    /// <summary>Being worked out.</summary>
    Working,

    /// <summary>To be read, then applied or discarded. Nothing has been sent.</summary>
    Proposed,

    /// <summary>Being carried out, step by step.</summary>
    Applying,

    /// <summary>Carried out, but for the steps that were refused.</summary>
    Applied,
}

/// <summary>A change of a convened plan: what has begun stays, the rest changes as little as possible.</summary>
public sealed record Revision
{
    /// <summary>Id of the request for it.</summary>
    public required string Request { get; init; }

    public RevisionState State { get; init; }

    /// <summary>Where the coordinator put sittings: the rest is planned around them.</summary>
    public ImmutableList<SittingMove> Moves { get; init; } = [];

    /// <summary>Name of the document that holds the proposal; <c>null</c> before, and when there is none.</summary>
    public string? Document { get; init; }

    /// <summary>Its fingerprint, hex.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Why there is no proposal.</summary>
    public Refusal? Problem { get; init; }

    /// <summary>Steps that carry the proposal out; 0 when it changes nothing.</summary>
    public int Steps { get; init; }

    /// <summary>Steps carried out so far.</summary>
    public int Cursor { get; init; }

    public ImmutableList<RefusedStep> Refused { get; init; } = [];
}

/// <summary>A step that could not be carried out as proposed, and why.</summary>
public sealed record RefusedStep(int Step, Refusal Why);
