using Microsoft.Playwright;

namespace JuryBot.Browser.Tests;

/// <summary>The browser's own question before a page is left on which something is not saved.</summary>
internal static class Asking
{
    /// <summary>Tries to leave, is asked, and stays.</summary>
    /// <param name="leave">The script that leaves.</param>
    public static async Task StaysAsync(IPage page, string leave)
    {
        var asked = new TaskCompletionSource<IDialog>();
        void Hear(object? from, IDialog dialog) => asked.TrySetResult(dialog);
        page.Dialog += Hear;
        await page.EvaluateAsync($"setTimeout(() => {leave})");
        var question = await asked.Task.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(DialogType.BeforeUnload, question.Type);
        await question.DismissAsync();
        page.Dialog -= Hear;
    }
}
