using System.Diagnostics.CodeAnalysis;
using ReleaseInfra.Domain.Documents;
using ReleaseInfra.Domain.Problems;

namespace ReleaseInfra.Domain.Settings.Reading.Forms;

/// <summary>One of a few words, whatever they stand for.</summary>
internal interface IChoice
{
    IReadOnlyList<string> Words { get; }
}

/// <param name="Values">In the order of the words.</param>
internal sealed record ChoiceForm<T>(string[] Words, T[] Values) : ScalarForm<T>, IChoice
{
    public override string Allowed => $"one of {DocumentProblems.Words(Words)}";

    IReadOnlyList<string> IChoice.Words => Words;

    protected override ScalarKind Kind => ScalarKind.Text;

    protected override bool TryParse(string text, [MaybeNullWhen(false)] out T value)
    {
        var index = Array.IndexOf(Words, text);
        value = index < 0 ? default : Values[index];
        return index >= 0;
    }

    protected override Problem Refuse(Place place, string text) => DocumentProblems.UnknownWord(place, text, Words);
}
