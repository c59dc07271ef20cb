using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using ReleaseInfra.Domain.Documents;
using ReleaseInfra.Domain.Problems;

namespace ReleaseInfra.Domain.Settings.Reading.Forms;

/// <summary>One of a few words, whatever they stand for.</summary>
internal interface IChoice
{
    IReadOnlyList<string> Words { get; }
}

internal sealed record ChoiceForm<T>(ImmutableArray<(string Word, T Value)> Choices) : ScalarForm<T>, IChoice
{
    public override string Allowed => $"one of {DocumentProblems.Words(Words)}";

    public IReadOnlyList<string> Words => [.. Choices.Select(choice => choice.Word)];

    protected override ScalarKind Kind => ScalarKind.Text;

    protected override bool TryParse(string text, [MaybeNullWhen(false)] out T value)
    {
        foreach (var (word, choice) in Choices)
        {
            if (word != text)
                continue;
            value = choice;
            return true;
        }

        value = default;
        return false;
    }

    protected override Problem Refuse(Place place, string text) => DocumentProblems.UnknownWord(place, text, Words);
}
