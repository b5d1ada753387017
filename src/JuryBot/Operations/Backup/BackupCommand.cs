using Azure.Core;
using Azure.Identity;
using JuryBot.Configuration;
using JuryBot.Storage;

namespace JuryBot.Operations.Backup;

/// <summary><c>backup --out FOLDER</c> and <c>restore --from FOLDER [--overwrite]</c>. Exit code 0; 1 when configuration, arguments or the backup are wrong; 5 when JuryBot
/// was at work meanwhile, so that no moment could be copied.</summary>
internal static class BackupCommand
{
    private const string Overwrite = "--overwrite";
    private const int Attempts = 3;

    public static async Task<int> BackUpAsync(string[] args, TextWriter output, TextWriter error, TimeProvider time)
    {
        var (path, rest) = Take(args, "--out");
        if (path is null)
        {
            return await ComplainAsync(error, "Say where to: backup --out FOLDER.");
        }

        if (!new BackupFolder(path).IsFree)
        {
            return await ComplainAsync(error, $"{path} is not empty: give a folder that is, or a new one.");
        }

        return await WithStorageAsync(rest, error, async (services, ct) =>
        {
            for (var attempt = 0; attempt < Attempts; attempt++)
            {
                if (await new TakeBackup(services.GetRequiredService<StorageClients>(), time).RunAsync(new BackupFolder(path), ct) is var (rows, blobs))
                {
                    await output.WriteLineAsync($"backed up: {rows} rows, {blobs} documents, in {path}");
                    return 0;
                }

                Directory.Delete(path, recursive: true);
            }

            await error.WriteLineAsync("JuryBot was at work meanwhile, and half of what it did would be in the backup: stop it (no replica), then try again. Nothing was kept.");
            return 5;
        });
    }

    public static async Task<int> RestoreAsync(string[] args, TextWriter output, TextWriter error)
    {
        var (path, rest) = Take([.. args.Where(argument => argument != Overwrite)], "--from");
        if (path is null)
        {
            return await ComplainAsync(error, "Say from where: restore --from FOLDER [--overwrite].");
        }

        var folder = new BackupFolder(path);
        return await WithStorageAsync(rest, error, async (services, ct) =>
        {
            if (await folder.ProblemsAsync(ct) is { Count: > 0 } problems)
            {
                return await ComplainAsync(error, string.Join(Environment.NewLine, problems));
            }

            var restore = new RestoreBackup(services.GetRequiredService<StorageClients>(), services.GetRequiredService<WakeUpQueue>());
            if (!await restore.IsEmptyAsync(ct))
            {
                if (!args.Contains(Overwrite))
                {
                    return await ComplainAsync(error, $"This storage is not empty. Stop JuryBot and say {Overwrite} to delete what it holds and put the backup in its place.");
                }

                await restore.EmptyAsync(ct);
            }

            var (rows, blobs, pending) = await restore.RunAsync(folder, ct);
            await output.WriteLineAsync($"restored: {rows} rows, {blobs} documents; effects of {pending} partitions will be sent once JuryBot runs. Now run 'verify'.");
            return 0;
        });
    }

    private static async Task<int> WithStorageAsync(string[] args, TextWriter error, Func<IServiceProvider, CancellationToken, Task<int>> run)
    {
        var builder = Host.CreateApplicationBuilder(args);
        builder.Logging.ClearProviders();
        if (StorageProblems.In(builder.Configuration) is { Count: > 0 } problems)
        {
            return await ComplainAsync(error, new ConfigurationException(problems).Message);
        }

        builder.Services.AddSingleton<TokenCredential>(new DefaultAzureCredential());
        builder.Services.AddStorage(builder.Configuration);
        using var host = builder.Build();
        return await run(host.Services, CancellationToken.None);
    }

    private static async Task<int> ComplainAsync(TextWriter error, string sentence)
    {
        await error.WriteLineAsync(sentence);
        return 1;
    }

    private static (string? Value, string[] Others) Take(string[] args, string option) => Array.IndexOf(args, option) is >= 0 and var at && at + 1 < args.Length
        ? (args[at + 1], [.. args[..at], .. args[(at + 2)..]])
        : (null, args);
}
