using JuryBot.Storage;
using JuryBot.Tests.Azurite;

namespace JuryBot.Tests.Storage;

public sealed class DocumentTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_document_comes_back_and_its_hash_is_that_of_its_content()
    {
        await using var host = await StorageHost.StartAsync(azurite);
        var documents = host.Get<Blobs>();

        await documents.PutAsync("minutes/s1.docx", BinaryData.FromString("draft"));
        var hash = await documents.PutAsync("minutes/s1.docx", BinaryData.FromString("abc"));

        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", hash);
        Assert.Equal("abc", (await documents.GetAsync("minutes/s1.docx"))!.ToString());
        Assert.Null(await documents.GetAsync("minutes/s2.docx"));
    }
}
