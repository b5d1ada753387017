using JuryBot.Teams.Cards;

namespace JuryBot.Features;

/// <summary>What is too much for one card, page by page, so that nothing of it is cut.</summary>
internal static class CardPages
{
    private static readonly Texts Texts = Texts.Of("Features");

    /// <summary>Entries in order on as few pages as hold them whole, one entry at least on each; one page when there is none.</summary>
    /// <param name="room">Bytes a page has for them.</param>
    /// <param name="bytes">What an entry adds to a page after the entry before it there; the first one of a page has <c>null</c> before it.</param>
    public static List<List<T>> Of<T>(IEnumerable<T> entries, int room, Func<T?, T, int> bytes) where T : class
    {
        var pages = new List<List<T>> { new() };
        var left = room;
        foreach (var entry in entries)
        {
            if (pages[^1] is [.., var before] && bytes(before, entry) > left)
            {
                pages.Add([]);
                left = room;
            }

            left -= bytes(pages[^1].LastOrDefault(), entry);
            pages[^1].Add(entry);
        }

        return pages;
    }

    /// <summary>Which page it is, and buttons to those beside it; nothing when there is only one.</summary>
    /// <param name="page">From 1.</param>
    /// <param name="turn">The verb that shows another page.</param>
    /// <param name="data">Its data for the page with this number.</param>
    public static IReadOnlyList<CardElement> Pager(string language, int page, int pages, string turn, Func<int, object> data)
    {
        var turns = new List<ExecuteAction>();
        if (page > 1)
        {
            turns.Add(To("Page.Previous", page - 1));
        }

        if (page < pages)
        {
            turns.Add(To("Page.Next", page + 1));
        }

        return pages == 1 ? [] : [Cards.Subtle(Texts.Get(language, "Page", page, pages)), ActionSet.WithFallbacks(turns)];

        ExecuteAction To(string title, int number) => ExecuteAction.For(Texts.Get(language, title), turn, data(number));
    }
}
