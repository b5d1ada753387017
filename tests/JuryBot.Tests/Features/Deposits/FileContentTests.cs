using JuryBot.Features.Deposits;
using JuryBot.Tests.WholeApp;

namespace JuryBot.Tests.Features.Deposits;

public sealed class FileContentTests
{
    [Fact]
    public void A_document_whose_list_of_parts_would_fill_the_memory_is_not_taken()
    {
        Assert.Null(Refused([.. Parts(5_000)]));
        Assert.Equal("DepositContent", Refused([.. Parts(20_000)]));

        static IEnumerable<string> Parts(int count) => ["[Content_Types].xml", .. Enumerable.Range(0, count).Select(i => $"word/{i:D6}")];
        static string? Refused(string[] parts) => FileContent.Check("a.docx", new MemoryStream(DepositStand.Package(parts))).Refusal?.Rule;
    }

    [Theory]
    [InlineData("docx")]
    [InlineData("odt")]
    public void A_broken_document_is_refused_or_taken_and_never_breaks_the_check(string extension)
    {
        var whole = extension == "docx" ? DepositStand.Word : DepositStand.OpenDocument("application/vnd.oasis.opendocument.text");
        Assert.Null(FileContent.Check($"a.{extension}", new MemoryStream(whole)).Refusal);
        for (var i = 0; i < whole.Length; i++)
        {
            Assert.NotNull(FileContent.Check($"a.{extension}", new MemoryStream(whole[..i])).Refusal);
            foreach (var value in new byte[] { 0, 1, 0x7F, 0xFF })
            {
                var broken = whole.ToArray();
                broken[i] = value;
                Assert.True(FileContent.Check($"a.{extension}", new MemoryStream(broken)).Refusal?.Rule is null or "DepositContent");
            }
        }
    }
}
