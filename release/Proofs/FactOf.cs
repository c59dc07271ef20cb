using ReleaseInfra.Cli.Azure.Failures;
using ReleaseInfra.Domain.Proofs;

namespace ReleaseInfra.Cli.Proofs;

/// <summary>Questions whose answer may be that nobody knows.</summary>
internal static class FactOf
{
    public static async Task<Fact<T>> AskAsync<T>(Func<Task<Fact<T>>> ask)
    {
        try
        {
            return await ask();
        }
        catch (AzureFailure failure)
        {
            return new NotKnown<T>(failure.Message.TrimEnd('.'));
        }
    }

    public static Fact<T> Found<T>(T? found)
        where T : class => found is null ? new Absent<T>() : new Known<T>(found);

    /// <summary>Of a part of what was asked for.</summary>
    public static Fact<TPart> Of<T, TPart>(this Fact<T> whole, Func<T, Fact<TPart>> part) => whole switch
    {
        Known<T> known => part(known.Value),
        NotKnown<T> unknown => new NotKnown<TPart>(unknown.Why),
        _ => new Absent<TPart>(),
    };
}
