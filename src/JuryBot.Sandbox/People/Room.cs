namespace JuryBot.Sandbox.People;

/// <summary>A room one can invite: it accepts when it is free.</summary>
public sealed record Room(string Id, string Name, string Mail, string City, string Street, string PostalCode, int Capacity);
