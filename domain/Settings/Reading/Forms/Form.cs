using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using ReleaseInfra.Domain.Documents;
using ReleaseInfra.Domain.Problems;

namespace ReleaseInfra.Domain.Settings.Reading.Forms;

/// <summary>How a value is written and which values are taken: the single source for reading, messages and schemas.</summary>
internal abstract record Form
{
    /// <summary>The rule in words: the end of "Write ...".</summary>
    public abstract string Allowed { get; }

    public static Form<int> Whole(int minimum, int maximum) => new WholeForm(minimum, maximum);

    public static Form<int> Step(params int[] steps) => new StepForm(steps);

    public static Form<decimal> Decimal(decimal minimum, decimal maximum) => new DecimalForm(minimum, maximum);

    public static Form<bool> Flag() => new FlagForm();

    public static Form<string> Text(string allowed, Func<string, bool> holds) => new TextForm(allowed, holds);

    public static Form<T> Choice<T>(params (string Word, T Value)[] choices) =>
        new ChoiceForm<T>(Array.ConvertAll(choices, choice => choice.Word), Array.ConvertAll(choices, choice => choice.Value));

    public static Form<T> Choice<T>(string[] words, T[] values) => new ChoiceForm<T>(words, values);

    /// <summary>Words that stand for themselves.</summary>
    public static Form<string> Word(params string[] words) => new ChoiceForm<string>(words, words);

    public static Form<TimeSpan> Duration(TimeSpan minimum, TimeSpan maximum) => new DurationForm(minimum, maximum);

    public static Form<ImmutableArray<T>> List<T>(Form<T> item, int fewest = 0, int most = int.MaxValue) =>
        new ListForm<T>(item, fewest, most);

    public static Form<ImmutableSortedDictionary<string, T>> Map<T>(Form<string> name, Form<T> value) => new MapForm<T>(name, value);
}

internal abstract record Form<T> : Form
{
    /// <summary>False after adding a problem.</summary>
    public abstract bool TryRead(DocumentNode node, ProblemList problems, [MaybeNullWhen(false)] out T value);
}
