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

    [Fact]
    public async Task Documents_are_deleted_by_what_their_names_start_with_and_no_others()
    {
        await using var host = await StorageHost.StartAsync(azurite);
        var documents = host.Get<Blobs>();
        foreach (var name in new[] { "plans/s1/a.json", "plans/s1/b.json", "plans/s11/a.json" })
        {
            await documents.PutAsync(name, BinaryData.FromString(name));
        }

        await documents.DeleteAllAsync("plans/s1/");
        await documents.DeleteAllAsync("plans/s1/");

        Assert.Null(await documents.GetAsync("plans/s1/a.json"));
        Assert.Null(await documents.GetAsync("plans/s1/b.json"));
        Assert.NotNull(await documents.GetAsync("plans/s11/a.json"));
    }
}
