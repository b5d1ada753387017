namespace JuryBot.Storage;

/// <summary>What became of one delivery, and so of its recipient's next.</summary>
internal enum CourierResult
{
    /// <summary>Delivered, by us or another, or parked: the next may go.</summary>
    Done,

    /// <summary>To be tried again later: the next must wait.</summary>
    Failed,

    /// <summary>Another replica has it, or we are stopping: leave this recipient alone.</summary>
    Elsewhere,
}
