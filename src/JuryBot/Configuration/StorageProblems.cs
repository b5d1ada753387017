using JuryBot.Storage;

namespace JuryBot.Configuration;

/// <summary>What is wrong with section <c>Storage</c>, in words for the operator. A connection string is a secret and never quoted.</summary>
internal static class StorageProblems
{
    public static IReadOnlyList<string> In(IConfiguration configuration)
    {
        var section = configuration.GetSection("Storage");
        var problems = new List<string>();
        foreach (var property in typeof(StorageOptions).GetProperties())
        {
            if (section[property.Name] is { Length: > 0 } text && !IsRight(section, property.Name, property.PropertyType))
            {
                problems.Add($"Storage:{property.Name} is '{text}': give {Wanted(property.PropertyType)}.");
            }
        }

        if (!StorageClients.IsPrefix(section["Prefix"] ?? ""))
        {
            problems.Add($"Storage:Prefix is '{section["Prefix"]}': give at most 40 ASCII letters and digits, starting with a letter.");
        }

        problems.AddRange(section["ConnectionString"] is { Length: > 0 } connection
            ? IsConnectionString(connection) ? [] : ["Storage:ConnectionString is unreadable: copy it whole from the storage account."]
            : Addresses(section));
        return problems;
    }

    private static IEnumerable<string> Addresses(IConfigurationSection section) => new[] { "TableUri", "QueueUri", "BlobUri" }.Count(key => !string.IsNullOrEmpty(section[key])) switch
    {
        0 => ["Storage:ConnectionString is missing: give a connection string, or Storage:TableUri, Storage:QueueUri and Storage:BlobUri for a managed identity."],
        3 => [],
        _ => ["Storage:TableUri, Storage:QueueUri and Storage:BlobUri go together: one of them is missing."],
    };

    private static bool IsRight(IConfigurationSection section, string key, Type type)
    {
        try
        {
            return section.GetValue(type, key) switch
            {
                Uri address => address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttps || address.IsLoopback),
                TimeSpan duration => duration > TimeSpan.Zero && duration <= TimeSpan.FromDays(7),
                int number => number > 0,
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static string Wanted(Type type) => type == typeof(Uri) ? "an https address"
        : type == typeof(TimeSpan) ? "a duration above zero and up to seven days, such as 00:00:30"
        : "a whole number above zero";

    private static bool IsConnectionString(string connection)
    {
        try
        {
            var clients = new StorageClients(new StorageOptions { ConnectionString = connection });
            // An account's key is good for all three services; without one, each is named.
            if (!connection.Contains("AccountKey=", StringComparison.OrdinalIgnoreCase))
            {
                _ = clients.WakeUps;
                _ = clients.Documents;
            }

            return true;
        }
        catch (Exception unreadable) when (unreadable is FormatException or ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }
}
