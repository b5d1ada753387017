using System.Runtime.CompilerServices;
using System.Text;
using JuryBot.Features.Accrochage;

namespace JuryBot.Tests.Features.Accrochage;

public sealed class ReceiptTests
{
    /// <summary>A receipt with a title accepted, one refused and one of another sender's, in the places <c>ACCEPTED</c>, <c>REFUSED</c> and <c>UNKNOWN</c>.</summary>
    internal static string Sample() => File.ReadAllText(Path.Combine(Folder(), "receipt.xml"));

    [Fact]
    public void Each_passage_is_read_with_all_its_messages()
    {
        var receipt = Read(Sample());
        Assert.Equal(
            [
                new ReceiptPassage("ACCEPTED", true, ""),
                new("REFUSED", false, "Aucun titulaire ne correspond aux critères obligatoires ; Plusieurs titulaires ont été identifiés"),
                new("UNKNOWN", false, "Le passage existe déjà en base"),
            ],
            receipt.Passages);
        Assert.Empty(receipt.Messages);
    }

    [Theory]
    [InlineData("<r><passagesKO><idTechnique>A</idTechnique><messageErreur>M</messageErreur></passagesKO><passagesKO><idTechnique>B</idTechnique><messageErreur>N</messageErreur></passagesKO></r>", "A-M B-N", "")]
    [InlineData("<r><passagesKO><p><id><idTechnique>A</idTechnique></id><messageErreur>M</messageErreur></p><p><id><idTechnique>B</idTechnique></id></p></passagesKO></r>", "A-M B-", "")]
    [InlineData("<r xmlns='urn:x'><passagesKO><p><idTechnique>A</idTechnique><messageErreur>M</messageErreur></p><p><idTechnique>A</idTechnique><messageErreur>N</messageErreur></p></passagesKO></r>", "A-M ; N", "")]
    [InlineData("<r><messageErreur>M</messageErreur><passagesOK/><passagesKO/></r>", "", "M")]
    public void However_passages_are_wrapped(string xml, string passages, string messages)
    {
        var receipt = Read(xml);
        Assert.Equal(passages, string.Join(' ', receipt.Passages.Select(passage => $"{passage.IdTechnique}-{passage.Message}")));
        Assert.Equal(messages, string.Join(' ', receipt.Messages));
    }

    [Theory]
    [InlineData("<r>\n  <passagesOK></r>", "NotXml", 2, 17)]
    [InlineData("", "NotXml", 1, 1)]
    [InlineData("<?xml version='1.0'?>\n <!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><r><passagesOK><idTechnique>&x;</idTechnique></passagesOK></r>", "Dtd", 2, 2)]
    [InlineData("<!DOCTYPE r><r><passagesOK/></r>", "Dtd", 1, 1)]
    [InlineData("<r/>", "NoReceipt", 1, 2)]
    [InlineData("<r><passagesOK>\n<p><idTechnique> </idTechnique></p></passagesOK></r>", "NoId", 2, 5)]
    [InlineData("<r><passagesOK><idTechnique>A</idTechnique></passagesOK>\n<passagesKO><idTechnique>A</idTechnique></passagesKO></r>", "BothWays", 2, 14)]
    public void What_is_no_receipt_is_refused_with_the_place(string xml, string rule, int line, int column)
    {
        var wrong = Assert.Throws<ReceiptException>(() => Read(xml));
        Assert.Equal((rule, line, column), (wrong.Message, wrong.Line, wrong.Column));
        Assert.True(JuryBot.Texts.Of("Features.Accrochage").Has($"Receipt.{rule}"));
    }

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;

    private static ReceiptFile Read(string xml) => ReceiptFile.Read(Encoding.UTF8.GetBytes(xml));
}
